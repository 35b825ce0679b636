package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;

/**
 * An expectation of single readings. As in Great Expectations, an absent value violates only {@code
 * expect_column_values_to_not_be_null}.
 */
public sealed interface ReadingExpectation extends Expectation
        permits ValuesBetween,
                NotNull,
                OnlyNull,
                InSet,
                MatchRegex,
                LengthsBetween,
                PairGreaterThan,
                PairEqual,
                PairSecondsBetween,
                ClockNotAhead,
                Increasing,
                Unique,
                RateOfChange,
                NotStuck {

    /**
     * Creates the check for the readings of a stream, which must have the columns of the
     * expectation.
     */
    ReadingCheck check(ReadingStream stream);

    /**
     * Whether the check compares a reading with earlier readings of the machine and therefore needs
     * state.
     */
    default boolean isStateful() {
        return false;
    }
}
