package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/** A column's texts are so many characters long. */
public record LengthsBetween(String column, Range range) implements ReadingExpectation {

    static LengthsBetween read(RuleNode node, Set<ReadingStream> streams) {
        return new LengthsBetween(node.column("column", streams), Range.read(node));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return range.words() + " characters";
    }

    @Override
    public Check check(ReadingStream stream) {
        return new ValueCheck(
                ReadingField.of(stream, column),
                value -> range.contains(value.toString().length()));
    }
}
