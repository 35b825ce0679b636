package io.fueloptimine.connectors.mqtt;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Everything a source needs to know of its broker; {@link MqttSourceOptions} says what each part
 * means. Holds no secret: the password stays in its file.
 *
 * @param username null if the broker asks for none
 * @param passwordFile null if the broker asks for none
 */
public record MqttSourceSettings(
        String host,
        int port,
        String group,
        String topicFilter,
        int sessions,
        int receiveMaximum,
        Acknowledgement acknowledgement,
        Duration sessionExpiry,
        Duration keepAlive,
        Duration initialBackoff,
        Duration maxBackoff,
        String username,
        String passwordFile)
        implements Serializable {

    /** Reads the options, unchecked; {@link MqttSourceFaults} checks them. */
    static MqttSourceSettings from(ReadableConfig options) {
        return new MqttSourceSettings(
                options.get(MqttSourceOptions.HOST),
                options.get(MqttSourceOptions.PORT),
                options.get(MqttSourceOptions.GROUP),
                options.get(MqttSourceOptions.TOPIC_FILTER),
                options.get(MqttSourceOptions.SESSIONS),
                options.get(MqttSourceOptions.RECEIVE_MAXIMUM),
                options.get(MqttSourceOptions.ACKNOWLEDGE),
                options.get(MqttSourceOptions.SESSION_EXPIRY),
                options.get(MqttSourceOptions.KEEP_ALIVE),
                options.get(MqttSourceOptions.INITIAL_BACKOFF),
                options.get(MqttSourceOptions.MAX_BACKOFF),
                options.get(MqttSourceOptions.USERNAME),
                options.get(MqttSourceOptions.PASSWORD_FILE));
    }

    /** What each session subscribes to: the group's share of the filter. */
    public String sharedFilter() {
        return "$share/" + group + "/" + topicFilter;
    }
}
