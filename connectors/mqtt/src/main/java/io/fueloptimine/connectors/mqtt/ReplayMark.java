package io.fueloptimine.connectors.mqtt;

import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;

/**
 * The user property of a message that was rejected once and is sent through again by hand: what
 * looks like a repeat of long ago is none then. Stateless.
 */
public final class ReplayMark {

    private static final Mqtt5UserProperty MARK = Mqtt5UserProperty.of("fuel-replayed", "true");

    private ReplayMark() {}

    /** The properties of a message that bears it. */
    public static Mqtt5UserProperties asProperties() {
        return Mqtt5UserProperties.of(MARK);
    }

    /** Whether it is among a message's properties. */
    public static boolean isIn(Mqtt5UserProperties properties) {
        for (Mqtt5UserProperty property : properties.asList()) {
            if (property.getName().equals(MARK.getName())) {
                return true;
            }
        }
        return false;
    }
}
