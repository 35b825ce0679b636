package io.fueloptimine.jobs.backfill.run;

/** Receives the progress of each step. A task thread calls it while a job runs. */
public interface StepProgress {

    /** The percentage of a step that is complete. */
    int ALL = 100;

    /**
     * A step has advanced.
     *
     * @param step the name of the step, such as {@code fuel}
     * @param percent the percentage done, 0 to {@link #ALL}
     */
    void reached(String step, int percent);
}
