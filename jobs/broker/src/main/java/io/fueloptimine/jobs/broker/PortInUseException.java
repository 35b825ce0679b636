package io.fueloptimine.jobs.broker;

import java.io.IOException;
import java.util.Locale;

/**
 * Thrown when the configured address of a listener is in use or is not an address of this machine.
 */
final class PortInUseException extends Exception {

    PortInUseException(String address, int port, IOException cause) {
        super(
                String.format(
                        Locale.ROOT,
                        "cannot listen on %s:%d (%s): free the port or choose another with --port",
                        address,
                        port,
                        cause.getMessage()));
    }
}
