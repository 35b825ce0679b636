package io.fueloptimine.jobs.training.fleet;

/**
 * Thrown when a value of a row cannot be read; the row is then left out. It has no stack trace,
 * because a wrong mapping causes many of them.
 */
final class UnreadableValueException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param expected a description of valid values
     */
    UnreadableValueException(String expected) {
        super(expected, null, false, false);
    }

    String expected() {
        return getMessage();
    }
}
