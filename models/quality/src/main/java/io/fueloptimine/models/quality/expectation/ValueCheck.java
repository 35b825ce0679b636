package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;
import java.util.function.Predicate;

/** Checks one column of a reading. A reading without a value in the column satisfies the check. */
final class ValueCheck implements ReadingCheck {

    private final ReadingField field;
    private final Predicate<Object> isValid;

    ValueCheck(ReadingField field, Predicate<Object> isValid) {
        this.field = field;
        this.isValid = isValid;
    }

    @Override
    public boolean appliesTo(Reading reading) {
        return field.valueIn(reading) != null;
    }

    @Override
    public String violation(Reading reading, double clockAheadS, RuleState memory) {
        Object value = field.valueIn(reading);
        return value == null || isValid.test(value) ? null : ValueText.of(value);
    }
}
