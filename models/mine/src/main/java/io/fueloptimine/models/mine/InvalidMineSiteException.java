package io.fueloptimine.models.mine;

/** A mine file that cannot be used; the message lists every fault. */
public final class InvalidMineSiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidMineSiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
