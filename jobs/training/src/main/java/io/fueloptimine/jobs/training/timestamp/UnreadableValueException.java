package io.fueloptimine.jobs.training.timestamp;

/**
 * Thrown when a value of a row cannot be read; the row is then left out. The exception has no stack
 * trace, because a wrong mapping causes very many exceptions.
 */
public final class UnreadableValueException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param expected a description of valid values
     */
    public UnreadableValueException(String expected) {
        super(expected, null, false, false);
    }

    public String expected() {
        return getMessage();
    }
}
