package io.fueloptimine.models.training.search;

/** How a trial ended. The order is that of how much it tells. */
public enum TrialState {
    /** It has a value. */
    COMPLETE,
    /** It was told to stop, because it did worse than most at the same step. */
    PRUNED,
    /** The objective threw, or its value was no finite number. */
    FAILED
}
