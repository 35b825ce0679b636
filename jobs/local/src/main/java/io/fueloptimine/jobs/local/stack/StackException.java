package io.fueloptimine.jobs.local.stack;

/**
 * Thrown when a server or job of a local stack cannot start or stop, or has failed. The message
 * names the server or job.
 */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
