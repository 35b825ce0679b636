package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.ReadingStream;

/**
 * What is expected of each reading. As in Great Expectations an absent value breaks nothing but
 * {@code expect_column_values_to_not_be_null}.
 */
public sealed interface ReadingExpectation extends Expectation
        permits ValuesBetween,
                NotNull,
                OnlyNull,
                InSet,
                MatchRegex,
                LengthsBetween,
                PairInOrder,
                PairEqual,
                PairSecondsBetween,
                ClockNotAhead,
                Increasing,
                Unique,
                RateOfChange,
                NotStuck {

    /** The check for one stream, whose columns it is known to have. */
    Check check(ReadingStream stream);

    /** Whether the check looks at what the machine said before. */
    default boolean remembers() {
        return false;
    }
}
