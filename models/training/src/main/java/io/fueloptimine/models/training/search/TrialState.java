package io.fueloptimine.models.training.search;

/** How a trial ended. Samplers rank trials in this order. */
public enum TrialState {
    /** The trial has a value. */
    COMPLETE,
    /**
     * The trial was stopped early, because its value was worse than the median at the same step.
     */
    PRUNED,
    /** The objective threw an exception, or its value was not finite. */
    FAILED
}
