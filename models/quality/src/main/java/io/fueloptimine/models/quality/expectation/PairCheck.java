package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.function.BiFunction;

/**
 * Checks two columns of a reading. A reading without a value in one of the columns satisfies the
 * check.
 */
final class PairCheck implements ReadingCheck {

    private final ReadingField a;
    private final ReadingField b;
    private final BiFunction<Object, Object, String> violation;

    /**
     * @param violation describes the violation by two values; returns null when the values satisfy
     *     the check
     */
    PairCheck(
            ReadingStream stream,
            String columnA,
            String columnB,
            BiFunction<Object, Object, String> violation) {
        this.a = ReadingField.of(stream, columnA);
        this.b = ReadingField.of(stream, columnB);
        this.violation = violation;
    }

    @Override
    public boolean appliesTo(Reading reading) {
        return a.valueIn(reading) != null && b.valueIn(reading) != null;
    }

    @Override
    public String violation(Reading reading, double clockAheadS, RuleState memory) {
        Object valueA = a.valueIn(reading);
        Object valueB = b.valueIn(reading);
        return valueA == null || valueB == null ? null : violation.apply(valueA, valueB);
    }
}
