package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * The settings of a publisher, which contain no secret.
 *
 * @param connection the settings of the connection to the broker
 * @param clientId the MQTT client identifier; no other client may use it at the same time
 * @param maxInFlight maximum number of accepted messages that are not settled, 1 or more; it limits
 *     the memory used
 * @param subscribersRequired whether a message fails if no subscription matches its topic: true for
 *     readings, which the broker would drop; false for retained messages
 * @param retryUntilAnswered whether the publisher sends a message again until the broker accepts or
 *     refuses it; if true, messages wait instead of failing after a fatal fault of the connection,
 *     and the publisher connects again after a temporary refusal (quota exceeded, for example)
 * @param initialBackoff the first pause before connecting again; each pause is twice the previous
 *     one, reduced by a random part of up to half
 * @param maxBackoff the longest pause
 */
public record MqttPublisherSettings(
        MqttConnectionSettings connection,
        String clientId,
        int maxInFlight,
        boolean subscribersRequired,
        boolean retryUntilAnswered,
        Duration initialBackoff,
        Duration maxBackoff)
        implements Serializable {

    private static final int DEFAULT_MAX_IN_FLIGHT = 500;
    private static final Duration DEFAULT_INITIAL_BACKOFF = Duration.ofMillis(250);
    private static final Duration DEFAULT_MAX_BACKOFF = Duration.ofSeconds(30);

    /** Checks the settings. The maximum of unsettled messages must be at least 1. */
    public MqttPublisherSettings {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException(
                    "maxInFlight is " + maxInFlight + ", expected 1 or more");
        }
    }

    /**
     * Creates settings with at most 500 unsettled messages, without required subscribers, and with
     * pauses from 250 ms to 30 s.
     */
    public static MqttPublisherSettings of(MqttConnectionSettings connection, String clientId) {
        return new MqttPublisherSettings(
                connection,
                clientId,
                DEFAULT_MAX_IN_FLIGHT,
                false,
                false,
                DEFAULT_INITIAL_BACKOFF,
                DEFAULT_MAX_BACKOFF);
    }

    /** A copy with which messages without a matching subscription fail. */
    public MqttPublisherSettings requiringSubscribers() {
        return new MqttPublisherSettings(
                connection,
                clientId,
                maxInFlight,
                true,
                retryUntilAnswered,
                initialBackoff,
                maxBackoff);
    }

    /** A copy with which each message is sent again until the broker accepts or refuses it. */
    public MqttPublisherSettings retryingUntilAnswered() {
        return new MqttPublisherSettings(
                connection,
                clientId,
                maxInFlight,
                subscribersRequired,
                true,
                initialBackoff,
                maxBackoff);
    }

    /** A copy with another maximum of unsettled messages. */
    public MqttPublisherSettings withMaxInFlight(int messages) {
        return new MqttPublisherSettings(
                connection,
                clientId,
                messages,
                subscribersRequired,
                retryUntilAnswered,
                initialBackoff,
                maxBackoff);
    }

    /** A copy with other pauses before connecting again. */
    public MqttPublisherSettings withBackoff(Duration initial, Duration longest) {
        return new MqttPublisherSettings(
                connection,
                clientId,
                maxInFlight,
                subscribersRequired,
                retryUntilAnswered,
                initial,
                longest);
    }
}
