package io.fueloptimine.jobs.training.fleet;

/** Fleet records or a mapping that cannot be used; the message names the file and what is wrong. */
public final class InvalidFleetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidFleetException(String message, Throwable cause) {
        super(message, cause);
    }
}
