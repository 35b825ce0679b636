package io.fueloptimine.models.quality.expectation;

/** An expectation of one machine's stream in a window of event time. */
public sealed interface WindowExpectation extends Expectation
        permits StatisticBetween, Divergence, RowCountBetween, NotSilent {

    /** The length of a window, s; windows are aligned to the epoch. */
    long windowS();
}
