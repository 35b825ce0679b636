package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.function.BiFunction;

/** Looks at two columns of each reading by itself; where one is absent it says nothing. */
final class PairCheck implements Check {

    private final ReadingField a;
    private final ReadingField b;
    private final BiFunction<Object, Object, String> breach;

    /**
     * @param breach what breaks the expectation, null when nothing does
     */
    PairCheck(
            ReadingStream stream,
            String columnA,
            String columnB,
            BiFunction<Object, Object, String> breach) {
        this.a = ReadingField.of(stream, columnA);
        this.b = ReadingField.of(stream, columnB);
        this.breach = breach;
    }

    @Override
    public boolean judges(Reading reading) {
        return a.valueIn(reading) != null && b.valueIn(reading) != null;
    }

    @Override
    public String breach(Reading reading, double clockAheadS, RuleMemory memory) {
        Object valueA = a.valueIn(reading);
        Object valueB = b.valueIn(reading);
        return valueA == null || valueB == null ? null : breach.apply(valueA, valueB);
    }
}
