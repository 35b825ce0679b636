package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;
import java.util.function.Predicate;

/** Looks at one column of each reading by itself; absent values keep everything. */
final class ValueCheck implements Check {

    private final ReadingField field;
    private final Predicate<Object> keeps;

    ValueCheck(ReadingField field, Predicate<Object> keeps) {
        this.field = field;
        this.keeps = keeps;
    }

    @Override
    public boolean judges(Reading reading) {
        return field.valueIn(reading) != null;
    }

    @Override
    public String breach(Reading reading, double clockAheadS, RuleMemory memory) {
        Object value = field.valueIn(reading);
        return value == null || keeps.test(value) ? null : ValueText.of(value);
    }
}
