package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects the Kullback-Leibler divergence of a window's values from a reference distribution, in
 * nats, to be less than a threshold.
 *
 * @param minRows the minimum number of values; a window with fewer values satisfies the expectation
 */
public record Divergence(
        String column, Partition partition, double threshold, long windowS, int minRows)
        implements WindowExpectation {

    private static final int DEFAULT_MIN_ROWS = 100;

    static Divergence read(SuiteNode node, Set<ReadingStream> streams) {
        Partition partition = Partition.read(node);
        return new Divergence(
                partition.bins().isEmpty()
                        ? node.column("column", streams)
                        : node.numberColumn("column", streams),
                partition,
                node.positive("threshold"),
                node.windowS(),
                node.whole("min_rows", DEFAULT_MIN_ROWS, Integer.MAX_VALUE));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return "a divergence below " + ValueText.plain(threshold) + " in " + windowS + " s";
    }
}
