package io.fueloptimine.models.mine;

/** The results of a request for a new model. */
public enum RetrainingVerdict {

    /** A better version became champion. */
    PROMOTED,

    /** A version that may be better was registered, and scores beside the champion. */
    CHALLENGES,

    /** What was trained is no better, and was not kept. */
    DISCARDED,

    /** There was too little history of the mine as it is now. */
    TOO_LITTLE,

    /** Training failed; the reason is given. */
    FAILED
}
