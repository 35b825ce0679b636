package io.fueloptimine.models.training.retraining;

/** What becomes of a retraining. */
public enum RetrainingDecision {

    /** The candidate is better with confidence: it becomes the champion. */
    PROMOTE,

    /**
     * It may be better, but not surely: it challenges, scored beside the champion and judged on.
     */
    CHALLENGE,

    /** It is no better: it is not kept. */
    DISCARD,

    /** There is too little of the mine as it is now to learn from. */
    WAIT
}
