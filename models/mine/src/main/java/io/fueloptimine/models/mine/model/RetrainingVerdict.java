package io.fueloptimine.models.mine.model;

/** The results of a request for a new model. */
public enum RetrainingVerdict {

    /** A better version became champion. */
    PROMOTED,

    /**
     * A version that may be better was registered as challenger and is scored in parallel with the
     * champion.
     */
    CHALLENGES,

    /** The candidate is not better and was not kept. */
    DISCARDED,

    /** There is too little history of the mine in its current condition. */
    TOO_LITTLE,

    /** Training failed; {@link RetrainingOutcome#reason} contains the reason. */
    FAILED
}
