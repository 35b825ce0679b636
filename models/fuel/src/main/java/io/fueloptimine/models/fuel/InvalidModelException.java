package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.input.InvalidInputException;

/** Thrown when a model cannot be used. The message names the file and the problem. */
public final class InvalidModelException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    public InvalidModelException(String message) {
        super(message);
    }

    public InvalidModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
