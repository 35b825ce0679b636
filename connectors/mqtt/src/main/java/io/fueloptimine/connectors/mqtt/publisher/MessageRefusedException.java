package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** Thrown when the broker will never accept a message. Other messages are not affected. */
public final class MessageRefusedException extends IOException {

    MessageRefusedException(String topic, String reason, Throwable cause) {
        super("message for topic '" + topic + "' refused: " + reason, cause);
    }
}
