package io.fueloptimine.jobs.training;

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
}
