package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** The connection ended before the broker answered: the message may have arrived, or not. */
final class LinkLostException extends IOException {

    LinkLostException(Throwable cause) {
        super("the connection to the MQTT broker was lost", cause);
    }
}
