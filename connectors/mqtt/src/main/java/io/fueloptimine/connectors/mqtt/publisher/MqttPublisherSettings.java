package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * How a publisher reaches its broker. Holds no secret.
 *
 * @param connection where the broker is, and how to be let in
 * @param clientId the name at the broker; no other client may bear it at the same time
 * @param maxInFlight messages accepted and not yet settled, 1 or more; bounds the memory
 * @param listenersRequired whether a message that no subscription wants is a failure: true for
 *     readings, which the broker would throw away; false for retained messages
 * @param initialBackoff the pause before connecting again; doubles, less a random share up to half
 * @param maxBackoff the longest pause
 */
public record MqttPublisherSettings(
        MqttConnectionSettings connection,
        String clientId,
        int maxInFlight,
        boolean listenersRequired,
        Duration initialBackoff,
        Duration maxBackoff)
        implements Serializable {

    private static final int DEFAULT_MAX_IN_FLIGHT = 500;
    private static final Duration DEFAULT_INITIAL_BACKOFF = Duration.ofMillis(250);
    private static final Duration DEFAULT_MAX_BACKOFF = Duration.ofSeconds(30);

    /** Rejects a bound that lets nothing through. */
    public MqttPublisherSettings {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException(
                    "maxInFlight is " + maxInFlight + ", expected 1 or more");
        }
    }

    /** 500 messages in flight, subscribers not required, pauses from 250 ms to 30 s. */
    public static MqttPublisherSettings of(MqttConnectionSettings connection, String clientId) {
        return new MqttPublisherSettings(
                connection,
                clientId,
                DEFAULT_MAX_IN_FLIGHT,
                false,
                DEFAULT_INITIAL_BACKOFF,
                DEFAULT_MAX_BACKOFF);
    }

    /** The same, where a message that nobody listens for is a failure. */
    public MqttPublisherSettings requiringListeners() {
        return new MqttPublisherSettings(
                connection, clientId, maxInFlight, true, initialBackoff, maxBackoff);
    }

    /** The same with another bound on unsettled messages. */
    public MqttPublisherSettings withMaxInFlight(int messages) {
        return new MqttPublisherSettings(
                connection, clientId, messages, listenersRequired, initialBackoff, maxBackoff);
    }

    /** The same with other pauses before connecting again. */
    public MqttPublisherSettings withBackoff(Duration initial, Duration longest) {
        return new MqttPublisherSettings(
                connection, clientId, maxInFlight, listenersRequired, initial, longest);
    }
}
