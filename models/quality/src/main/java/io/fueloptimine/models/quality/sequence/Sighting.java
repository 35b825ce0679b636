package io.fueloptimine.models.quality.sequence;

/** What a memory says of a reading. */
public enum Sighting {
    NEW,
    REPEATED,
    /** It lies before everything that is still remembered. */
    TOO_OLD_TO_TELL
}
