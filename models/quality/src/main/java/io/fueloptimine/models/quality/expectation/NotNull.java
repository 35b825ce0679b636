package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/** Expects a column to have a value in each reading. */
public record NotNull(String column) implements ReadingExpectation {

    static NotNull read(SuiteNode node, Set<ReadingStream> streams) {
        return new NotNull(node.column("column", streams));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return "a value";
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        ReadingField field = ReadingField.of(stream, column);
        return (reading, aheadS, memory) -> field.valueIn(reading) == null ? "null" : null;
    }
}
