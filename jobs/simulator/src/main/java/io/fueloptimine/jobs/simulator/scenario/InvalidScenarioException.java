package io.fueloptimine.jobs.simulator.scenario;

/** A scenario file that cannot be used; the message names the file and every fault in it. */
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
