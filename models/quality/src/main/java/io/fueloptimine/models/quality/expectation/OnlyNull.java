package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects a column to have no value, for example the column of a sensor that a class of machines
 * does not have.
 */
public record OnlyNull(String column) implements ReadingExpectation {

    static OnlyNull read(SuiteNode node, Set<ReadingStream> streams) {
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
    public ReadingCheck check(ReadingStream stream) {
        ReadingField field = ReadingField.of(stream, column);
        return (reading, aheadS, memory) -> {
            Object value = field.valueIn(reading);
            return value == null ? null : ValueText.of(value);
        };
    }
}
