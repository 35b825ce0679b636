package io.fueloptimine.jobs.simulator;

import io.fueloptimine.models.mine.input.InvalidInputException;

/** A state from which the mine cannot continue. The message names the file and the remedy. */
public final class MineStateException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public MineStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
