package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** The connection ended before the broker answered; it is unknown whether the message arrived. */
final class ConnectionLostException extends IOException {

    ConnectionLostException(Throwable cause) {
        super("the connection to the MQTT broker was lost", cause);
    }
}
