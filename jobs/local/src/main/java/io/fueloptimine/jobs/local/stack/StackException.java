package io.fueloptimine.jobs.local.stack;

/** A server or job of a local stack cannot start or stop, or has failed; the message names it. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
