package io.fueloptimine.models.quality.sequence;

/** Whether a reading is a duplicate. */
public enum DuplicateStatus {
    NEW,
    DUPLICATE,
    /**
     * The reading is older than everything that is still kept, so it is unknown whether the reading
     * is a duplicate.
     */
    TOO_OLD
}
