package io.fueloptimine.models.quality.expectation;

/** What is expected of one machine's stream over a stretch of event time. */
public sealed interface WindowExpectation extends Expectation
        permits StatisticBetween, Divergence, RowCountBetween, NotSilent {

    /** The stretch, s; windows begin at its multiples since the epoch. */
    long windowS();
}
