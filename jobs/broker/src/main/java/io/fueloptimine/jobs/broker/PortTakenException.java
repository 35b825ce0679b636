package io.fueloptimine.jobs.broker;

import java.io.IOException;

/** The address the broker was told to listen on cannot be had. */
final class PortTakenException extends Exception {

    PortTakenException(String address, int port, IOException cause) {
        super(
                "cannot listen on %s:%d (%s): free the port or choose another with --port"
                        .formatted(address, port, cause.getMessage()));
    }
}
