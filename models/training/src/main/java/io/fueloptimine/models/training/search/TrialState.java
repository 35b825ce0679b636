package io.fueloptimine.models.training.search;

/** How a trial ended. Samplers rank trials in this order. */
public enum TrialState {
    /** It has a value. */
    COMPLETE,
    /** It was stopped early because it was worse than the median at the same step. */
    PRUNED,
    /** The objective threw an exception, or its value was not finite. */
    FAILED
}
