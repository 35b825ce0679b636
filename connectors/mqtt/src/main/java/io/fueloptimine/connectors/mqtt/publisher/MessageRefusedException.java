package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** A message that this broker never takes, however often it is sent; others may still pass. */
public final class MessageRefusedException extends IOException {

    MessageRefusedException(String topic, String reason, Throwable cause) {
        super("message for topic '" + topic + "' refused: " + reason, cause);
    }
}
