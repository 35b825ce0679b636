package io.fueloptimine.models.mine;

/** What became of a message that is not simply valid. */
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
