package io.fueloptimine.models.training.search;

import java.util.Optional;

/** Receives each finished trial, on the thread of the search. */
@FunctionalInterface
public interface StudyListener {

    /**
     * Called when a trial has ended and has been written to the journal.
     *
     * @param trial the trial; trial numbers count from 0
     * @param ofTrials the total number of trials of the search
     * @param best the best trial so far, including this one; empty while no trial is complete
     */
    void trialEnded(Trial trial, int ofTrials, Optional<Trial> best);
}
