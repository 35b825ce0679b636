package io.fueloptimine.models.message.aemp;

import io.fueloptimine.models.mine.input.PrintableText;

/**
 * Thrown when the bytes of a page are no snapshot at all. The message says what was found and what
 * was expected, and contains no text of the page that a terminal could interpret.
 */
public final class InvalidSnapshotException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidSnapshotException(String found, String expected) {
        super(PrintableText.of(found) + ", expected " + expected, null, false, false);
    }
}
