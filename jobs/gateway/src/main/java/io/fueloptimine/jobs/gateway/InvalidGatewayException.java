package io.fueloptimine.jobs.gateway;

import java.util.List;

/** The gateway's settings are invalid; the message lists all faults, one per line. */
public final class InvalidGatewayException extends RuntimeException {

    public InvalidGatewayException(List<String> faults) {
        super("the gateway cannot start:\n  " + String.join("\n  ", faults));
    }
}
