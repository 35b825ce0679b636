package io.fueloptimine.jobs.simulator.publish;

/**
 * Thrown when the broker cannot be reached or refuses the connection. The message names the broker
 * and the reason.
 */
public final class BrokerUnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    public BrokerUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
