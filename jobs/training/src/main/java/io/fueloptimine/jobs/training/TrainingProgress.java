package io.fueloptimine.jobs.training;

import java.util.List;

/** Receives the progress of a training, on the training thread. */
@FunctionalInterface
public interface TrainingProgress {

    /** Ignores the progress. */
    TrainingProgress SILENT = (step, percent) -> {};

    /**
     * A step has progressed.
     *
     * @param step the name of the step
     * @param percent how much of the step is done, 0 to 100
     */
    void reached(String step, int percent);

    /**
     * Parts of the history were left out, or there are remarks on them.
     *
     * @param lines one line for each kind, for people; empty when all of it is used
     */
    default void leftOut(List<String> lines) {}
}
