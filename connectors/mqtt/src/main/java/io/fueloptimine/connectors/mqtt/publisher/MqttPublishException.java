package io.fueloptimine.connectors.mqtt.publisher;

import java.io.IOException;

/** A message was not acknowledged, and its publisher has given it up. */
public final class MqttPublishException extends IOException {

    MqttPublishException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
