package io.fueloptimine.models.training.retraining;

/** The result of a retraining. */
public enum RetrainingDecision {

    /** The candidate is significantly better than the champion and becomes champion. */
    PROMOTE,

    /**
     * The candidate is better, but not significantly. It becomes the challenger and is compared
     * again on later windows.
     */
    CHALLENGE,

    /**
     * The candidate is not better, or loses to a baseline on its own test. It is not registered.
     */
    DISCARD,

    /** There are too few windows since the last change of the mine. */
    WAIT
}
