package io.fueloptimine.connectors.mqtt;

import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;

/**
 * The MQTT user property of a rejected message that an operator sends again. Job ingest then does
 * not treat the message as a repeat of the rejected one. Stateless.
 */
public final class ReplayProperty {

    private static final Mqtt5UserProperty PROPERTY = Mqtt5UserProperty.of("fuel-replayed", "true");

    private ReplayProperty() {}

    /** The user properties of a message that is sent again. */
    public static Mqtt5UserProperties asProperties() {
        return Mqtt5UserProperties.of(PROPERTY);
    }

    /** Whether a message has this property. */
    public static boolean isIn(Mqtt5UserProperties properties) {
        for (Mqtt5UserProperty property : properties.asList()) {
            if (property.getName().equals(PROPERTY.getName())) {
                return true;
            }
        }
        return false;
    }
}
