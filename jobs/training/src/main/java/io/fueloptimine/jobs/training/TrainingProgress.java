package io.fueloptimine.jobs.training;

/** Hears how far a training is; called on the training's thread. */
@FunctionalInterface
public interface TrainingProgress {

    /** Tells nobody. */
    TrainingProgress SILENT = (step, percent) -> {};

    /**
     * A step goes on.
     *
     * @param step what is being done, in plain words
     * @param percent how much of the step is done, 0 to 100
     */
    void reached(String step, int percent);
}
