package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/** So many readings lie in a window that has any. */
public record RowCountBetween(Range range, long windowS) implements WindowExpectation {

    static RowCountBetween read(RuleNode node, Set<ReadingStream> streams) {
        return new RowCountBetween(Range.read(node), node.windowS());
    }

    @Override
    public String field() {
        return "time";
    }

    @Override
    public String expected() {
        return range.words() + " readings in " + windowS + " s";
    }
}
