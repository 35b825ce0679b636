package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/**
 * Thrown when a connection ended before the broker answered, so that it is unknown whether the
 * message arrived.
 */
final class ConnectionLostException extends IOException {

    ConnectionLostException(Throwable cause) {
        super("the connection to the MQTT broker was lost", cause);
    }
}
