package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects the number of readings in a window to be in a range. Windows without readings are not
 * evaluated.
 */
public record RowCountBetween(Range range, long windowS) implements WindowExpectation {

    static RowCountBetween read(SuiteNode node, Set<ReadingStream> streams) {
        return new RowCountBetween(Range.read(node), node.windowS());
    }

    @Override
    public String field() {
        return "time";
    }

    @Override
    public String expected() {
        return range.describe() + " readings in " + windowS + " s";
    }
}
