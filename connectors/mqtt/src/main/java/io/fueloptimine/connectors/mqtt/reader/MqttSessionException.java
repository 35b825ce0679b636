package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import java.io.IOException;

/** Thrown when a session has a fault that connecting again cannot resolve. */
public final class MqttSessionException extends IOException {

    MqttSessionException(String session, ConnectionFault fault) {
        super("MQTT session " + session + ": " + fault.reason(), fault.cause());
    }
}
