package io.fueloptimine.jobs.training;

import java.util.List;

/** Receives the progress of a training. The methods are called on the training thread. */
@FunctionalInterface
public interface TrainingProgress {

    /** A receiver that ignores the progress. */
    TrainingProgress SILENT = (step, percent) -> {};

    /**
     * Reports the progress of a step.
     *
     * @param step the name of the step
     * @param percent progress of the step, 0 to 100 %
     */
    void reached(String step, int percent);

    /**
     * Reports which parts of the history were left out, and remarks on the parts that were used.
     *
     * @param lines one line of text for each kind of fault or remark; empty when the whole history
     *     is used without remarks
     */
    default void leftOut(List<String> lines) {}
}
