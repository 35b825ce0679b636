package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Everything a source needs to know of its broker; {@link MqttSourceOptions} says what each part
 * means. Holds no secret: passwords and keys stay in their files.
 *
 * @param sessionPrefix the group where the option is missing
 * @param inflightWindow the receive maximum where the option is missing
 * @param topicFilters what to read; empty where the option is missing
 */
public record MqttSourceSettings(
        MqttConnectionSettings connection,
        String group,
        String sessionPrefix,
        List<String> topicFilters,
        int sessions,
        int receiveMaximum,
        int inflightWindow,
        Acknowledgement acknowledgement,
        Duration sessionExpiry,
        Duration initialBackoff,
        Duration maxBackoff)
        implements Serializable {

    /** Keeps a list of its own. */
    public MqttSourceSettings {
        topicFilters = List.copyOf(topicFilters);
    }

    /** Reads the options, unchecked; {@link MqttSourceFaults} checks them. */
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

    /** What each session subscribes to: the group's share of every filter. */
    public List<String> sharedFilters() {
        return topicFilters.stream().map(filter -> "$share/" + group + "/" + filter).toList();
    }

    /** Messages that one session is sent ahead of their acknowledgement: the tighter bound. */
    public int window() {
        return Math.min(receiveMaximum, inflightWindow);
    }
}
