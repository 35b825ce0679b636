package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;

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

    /** Creates the check for a stream that has the expectation's columns. */
    ReadingCheck check(ReadingStream stream);

    /**
     * Whether the check compares a reading with earlier ones of the machine, so that it needs
     * state.
     */
    default boolean isStateful() {
        return false;
    }
}
