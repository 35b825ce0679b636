package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import java.io.IOException;

/** A session cannot go on and trying again would not help. */
public final class MqttSessionException extends IOException {

    MqttSessionException(String session, ConnectionFault fault) {
        super("MQTT session " + session + ": " + fault.reason(), fault.cause());
    }
}
