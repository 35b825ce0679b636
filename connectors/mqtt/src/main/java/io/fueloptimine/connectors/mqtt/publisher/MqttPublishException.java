package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** Thrown when the publisher could not deliver a message and will not try again. */
public final class MqttPublishException extends IOException {

    MqttPublishException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
