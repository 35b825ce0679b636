package io.fueloptimine.models.training.search;

import java.util.Optional;

/** Hears of every trial that has ended; called on the search's thread. */
@FunctionalInterface
public interface StudyListener {

    /** Tells nobody. */
    StudyListener SILENT = (trial, ofTrials, best) -> {};

    /**
     * A trial has ended and is in the journal.
     *
     * @param trial its number counts from 0
     * @param ofTrials how many there are to be
     * @param best the best so far, this one included; empty while none is complete
     */
    void told(Trial trial, int ofTrials, Optional<Trial> best);
}
