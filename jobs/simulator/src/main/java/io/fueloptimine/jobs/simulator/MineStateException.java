package io.fueloptimine.jobs.simulator;

import io.fueloptimine.models.mine.InvalidInputException;

/** A state folder that a mine cannot go on from; the message names the file and what to do. */
public final class MineStateException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public MineStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
