package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects a statistic of a window's values to be in a range.
 *
 * @param minRows the minimum number of values; a window with fewer values satisfies the expectation
 */
public record StatisticBetween(
        Statistic statistic, String column, Range range, long windowS, int minRows)
        implements WindowExpectation {

    /** The default value of the key {@code min_rows}. */
    static final int DEFAULT_MIN_ROWS = 10;

    static StatisticBetween read(Statistic statistic, SuiteNode node, Set<ReadingStream> streams) {
        String column =
                statistic == Statistic.PROPORTION_OF_UNIQUE
                        ? node.column("column", streams)
                        : node.numberColumn("column", streams);
        return new StatisticBetween(
                statistic,
                column,
                Range.read(node),
                node.windowS(),
                node.whole("min_rows", DEFAULT_MIN_ROWS, Integer.MAX_VALUE));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return statistic.description() + " of " + range.describe() + " in " + windowS + " s";
    }
}
