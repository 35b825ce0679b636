package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/**
 * A statistic of a window's values lies in a range.
 *
 * @param minRows the fewest values that make a statistic; a window with fewer keeps the rule
 */
public record StatisticBetween(
        Statistic statistic, String column, Range range, long windowS, int minRows)
        implements WindowExpectation {

    /** The fewest values, where the suite does not say. */
    static final int DEFAULT_MIN_ROWS = 10;

    static StatisticBetween read(Statistic statistic, RuleNode node, Set<ReadingStream> streams) {
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
        return statistic.words() + " of " + range.words() + " in " + windowS + " s";
    }
}
