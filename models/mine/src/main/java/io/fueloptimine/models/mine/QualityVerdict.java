package io.fueloptimine.models.mine;

/** The verdicts on a message that is not valid without restriction. */
public enum QualityVerdict {
    /** Not usable; kept with its reason and its bytes. */
    REJECTED,
    /** Seen before; dropped. */
    DUPLICATE,
    /** Usable, with a warning. */
    FLAGGED,
    /** Valid, but too late for the result it belongs to. */
    LATE
}
