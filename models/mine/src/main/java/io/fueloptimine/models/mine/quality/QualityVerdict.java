package io.fueloptimine.models.mine.quality;

/** The verdicts on a message that is not valid without restriction. */
public enum QualityVerdict {
    /** The message is not usable; it is stored with the reason and the original bytes. */
    REJECTED,
    /** The message was received before and is dropped. */
    DUPLICATE,
    /** The message is usable, with a warning. */
    FLAGGED,
    /** The message is valid, but too late for the result to which it belongs. */
    LATE
}
