package io.fueloptimine.jobs.simulator.publish;

/** A broker that cannot be reached or will not let us in; the message names it and says why. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
