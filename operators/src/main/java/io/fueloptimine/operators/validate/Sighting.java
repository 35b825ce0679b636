package io.fueloptimine.operators.validate;

/** What a memory says of a reading. */
enum Sighting {
    NEW,
    REPEATED,
    /** It lies before everything that is still remembered. */
    TOO_OLD_TO_TELL
}
