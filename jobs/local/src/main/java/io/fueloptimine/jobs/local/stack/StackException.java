package io.fueloptimine.jobs.local.stack;

/** A part of the local run that cannot start or stop; the message says which and what to do. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean wrongInput;

    public StackException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StackException(String message, Throwable cause, boolean wrongInput) {
        super(message, cause);
        this.wrongInput = wrongInput;
    }

    /** Something that was asked for and cannot be: a port in use, a folder held by another run. */
    public static StackException wrongInput(String message) {
        return new StackException(message, null, true);
    }

    /** Whether the person who started it can mend it by other options. */
    public boolean isWrongInput() {
        return wrongInput;
    }
}
