package io.fueloptimine.models.training.retraining;

/** The result of a retraining. */
public enum RetrainingDecision {

    /** The candidate is significantly better than the champion and becomes champion. */
    PROMOTE,

    /**
     * The candidate is better than the champion, but not significantly. It becomes the challenger
     * and is compared again on later windows.
     */
    CHALLENGE,

    /**
     * The candidate is not better than the champion, or is less accurate than a baseline on its own
     * test set. It is not registered.
     */
    DISCARD,

    /** There are too few windows since the last lasting change of the fleet's residuals. */
    WAIT
}
