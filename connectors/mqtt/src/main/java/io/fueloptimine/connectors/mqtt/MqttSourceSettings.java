package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The settings of a source; {@link MqttSourceOptions} documents each of them. The settings contain
 * no secret, only the names of the files with passwords and keys.
 *
 * @param sessionPrefix the prefix of the session names; the group if the option is not set
 * @param inflightWindow the maximum number of unacknowledged messages that the broker allows per
 *     session; the receive maximum if the option is not set
 * @param topicFilters the filters of the topics to read; empty if the option is not set
 */
public record MqttSourceSettings(
        MqttConnectionSettings connection,
        String group,
        String sessionPrefix,
        List<String> topicFilters,
        int sessions,
        int receiveMaximum,
        int inflightWindow,
        AcknowledgementMode acknowledgement,
        Duration sessionExpiry,
        Duration initialBackoff,
        Duration maxBackoff)
        implements Serializable {

    /** Copies the list of topic filters. */
    public MqttSourceSettings {
        topicFilters = List.copyOf(topicFilters);
    }

    /** Reads the options without checking them; {@link MqttSourceFaults} checks the settings. */
    static MqttSourceSettings from(ReadableConfig options) {
        return new MqttSourceSettings(
                MqttConnectionSettings.from(options),
                options.get(MqttSourceOptions.GROUP),
                options.getOptional(MqttSourceOptions.SESSION_PREFIX)
                        .orElse(options.get(MqttSourceOptions.GROUP)),
                options.getOptional(MqttSourceOptions.TOPIC_FILTERS).orElse(List.of()),
                options.get(MqttSourceOptions.SESSIONS),
                options.get(MqttSourceOptions.RECEIVE_MAXIMUM),
                options.getOptional(MqttSourceOptions.INFLIGHT_WINDOW)
                        .orElse(options.get(MqttSourceOptions.RECEIVE_MAXIMUM)),
                options.get(MqttSourceOptions.ACKNOWLEDGE),
                options.get(MqttSourceOptions.SESSION_EXPIRY),
                options.get(MqttSourceOptions.INITIAL_BACKOFF),
                options.get(MqttSourceOptions.MAX_BACKOFF));
    }

    /** The shared subscriptions of each session, one per filter. */
    public List<String> sharedFilters() {
        return topicFilters.stream().map(filter -> "$share/" + group + "/" + filter).toList();
    }

    /**
     * The maximum number of unacknowledged messages per session: the smaller of the receive maximum
     * and the in-flight window.
     */
    public int window() {
        return Math.min(receiveMaximum, inflightWindow);
    }
}
