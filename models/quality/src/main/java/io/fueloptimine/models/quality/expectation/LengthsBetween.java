package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/** Expects the length of a column's texts, in characters, to be in a range. */
public record LengthsBetween(String column, Range range) implements ReadingExpectation {

    static LengthsBetween read(SuiteNode node, Set<ReadingStream> streams) {
        return new LengthsBetween(node.column("column", streams), Range.read(node));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return range.describe() + " characters";
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return new ValueCheck(
                ReadingField.of(stream, column),
                value -> range.contains(value.toString().length()));
    }
}
