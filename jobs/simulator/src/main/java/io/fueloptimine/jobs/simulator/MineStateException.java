package io.fueloptimine.jobs.simulator;

import io.fueloptimine.models.mine.input.InvalidInputException;

/**
 * Thrown when the mine cannot continue from the saved state. The message names the state file and
 * the remedy.
 */
public final class MineStateException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public MineStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
