package io.fueloptimine.models.mine;

/** The verdicts on a message that is not valid without restriction. */
public enum QualityVerdict {
    /** Not usable; stored with the reason and the original bytes. */
    REJECTED,
    /** Received before; dropped. */
    DUPLICATE,
    /** Usable, with a warning. */
    FLAGGED,
    /** Valid, but too late for the result to which it belongs. */
    LATE
}
