package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;

/** Checks a column's number against its neighbours in event time. */
final class SeriesCheck implements ReadingCheck {

    /**
     * Adds a value to the series and compares it with its neighbours. Returns a description of the
     * violation, or null when there is none.
     */
    @FunctionalInterface
    interface Test {
        String violation(Reading reading, double value, TimedValues series);
    }

    private final ReadingField field;
    private final Test test;

    SeriesCheck(ReadingField field, Test test) {
        this.field = field;
        this.test = test;
    }

    @Override
    public boolean appliesTo(Reading reading) {
        return field.valueIn(reading) != null;
    }

    @Override
    public String violation(Reading reading, double clockAheadS, RuleState memory) {
        Object value = field.valueIn(reading);
        return value == null
                ? null
                : test.violation(reading, ((Number) value).doubleValue(), memory.series());
    }
}
