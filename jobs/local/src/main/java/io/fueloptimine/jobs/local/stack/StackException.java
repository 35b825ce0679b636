package io.fueloptimine.jobs.local.stack;

/** A part of the local stack cannot start or stop; the message names the part and the remedy. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
