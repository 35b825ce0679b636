package io.fueloptimine.jobs.gateway;

import java.util.List;

/** The gateway cannot start as described; the message names every fault, one a line. */
public final class InvalidGatewayException extends RuntimeException {

    public InvalidGatewayException(List<String> faults) {
        super("the gateway cannot start:\n  " + String.join("\n  ", faults));
    }
}
