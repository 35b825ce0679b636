package io.fueloptimine.models.quality.sequence;

/** Whether a reading is a duplicate. */
public enum DuplicateStatus {
    NEW,
    DUPLICATE,
    /** It is older than everything that is still kept, so it cannot be decided. */
    TOO_OLD
}
