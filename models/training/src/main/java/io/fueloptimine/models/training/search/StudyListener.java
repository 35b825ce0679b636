package io.fueloptimine.models.training.search;

import java.util.Optional;

/** Is called after each trial, on the thread of the search. */
@FunctionalInterface
public interface StudyListener {

    /**
     * Called when a trial has ended and has been written to the journal.
     *
     * @param trial its number counts from 0
     * @param ofTrials the total number of trials of the search
     * @param best the best so far, this one included; empty while none is complete
     */
    void trialEnded(Trial trial, int ofTrials, Optional<Trial> best);
}
