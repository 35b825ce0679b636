package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** The publisher could not deliver the message and will not try again. */
public final class MqttPublishException extends IOException {

    MqttPublishException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
