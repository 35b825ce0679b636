package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;

/** Looks at a column's numbers among those before and after in event time. */
final class SeriesCheck implements Check {

    /** What breaks the expectation, null when nothing does; takes the value into the series. */
    @FunctionalInterface
    interface Test {
        String breach(Reading reading, double value, TimedValues series);
    }

    private final ReadingField field;
    private final Test test;

    SeriesCheck(ReadingField field, Test test) {
        this.field = field;
        this.test = test;
    }

    @Override
    public boolean judges(Reading reading) {
        return field.valueIn(reading) != null;
    }

    @Override
    public String breach(Reading reading, double clockAheadS, RuleMemory memory) {
        Object value = field.valueIn(reading);
        return value == null
                ? null
                : test.breach(reading, ((Number) value).doubleValue(), memory.series());
    }
}
