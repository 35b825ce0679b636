package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/** A column has no value: a sensor that this class of machine does not have. */
public record OnlyNull(String column) implements ReadingExpectation {

    static OnlyNull read(RuleNode node, Set<ReadingStream> streams) {
        return new OnlyNull(node.column("column", streams));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return "no value";
    }

    @Override
    public Check check(ReadingStream stream) {
        ReadingField field = ReadingField.of(stream, column);
        return (reading, aheadS, memory) -> {
            Object value = field.valueIn(reading);
            return value == null ? null : ValueText.of(value);
        };
    }
}
