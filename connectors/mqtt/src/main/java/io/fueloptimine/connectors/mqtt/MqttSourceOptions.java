package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The options of {@link MqttSource}, in addition to the options of the connections ({@link
 * MqttConnectionOptions}). A test compares the options with the tables in this module's README.
 */
public final class MqttSourceOptions {

    public static final ConfigOption<String> GROUP =
            ConfigOptions.key("mqtt.group")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Name of the shared subscription. Jobs with the same group share its"
                                    + " messages. Changed topic filters require a new group.");

    public static final ConfigOption<String> SESSION_PREFIX =
            ConfigOptions.key("mqtt.session-prefix")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Prefix of the session names, which continue with an index. Jobs of"
                                    + " one group need different prefixes. Default: the group.");

    public static final ConfigOption<List<String>> TOPIC_FILTERS =
            ConfigOptions.key("mqtt.topic-filters")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "MQTT topic filters to read, separated by semicolons, with the"
                                    + " wildcards + and #, without $share.");

    public static final ConfigOption<Integer> SESSIONS =
            ConfigOptions.key("mqtt.sessions")
                    .intType()
                    .defaultValue(4)
                    .withDescription(
                            "Number of sessions at the broker, independent of the parallelism."
                                    + " Do not reduce it while a session still holds messages.");

    public static final ConfigOption<Integer> RECEIVE_MAXIMUM =
            ConfigOptions.key("mqtt.receive-maximum")
                    .intType()
                    .defaultValue(65_535)
                    .withDescription(
                            "Maximum number of unacknowledged messages per session, 1 to 65,535;"
                                    + " bounds the reader's memory.");

    public static final ConfigOption<Integer> INFLIGHT_WINDOW =
            ConfigOptions.key("mqtt.inflight-window")
                    .intType()
                    .noDefaultValue()
                    .withDescription(
                            "The broker's own limit of unacknowledged messages per session. MQTT"
                                    + " does not transmit it; the metric windowFullMillis uses it."
                                    + " Default: mqtt.receive-maximum.");

    public static final ConfigOption<AcknowledgementMode> ACKNOWLEDGE =
            ConfigOptions.key("mqtt.acknowledge")
                    .enumType(AcknowledgementMode.class)
                    .defaultValue(AcknowledgementMode.ON_CHECKPOINT)
                    .withDescription(
                            "ON_CHECKPOINT (at least once; needs checkpoints) or ON_RECEIPT (at"
                                    + " most once).");

    public static final ConfigOption<Duration> SESSION_EXPIRY =
            ConfigOptions.key("mqtt.session-expiry")
                    .durationType()
                    .defaultValue(Duration.ofDays(30))
                    .withDescription(
                            "How long the broker keeps a session and its messages while the job"
                                    + " is down.");

    public static final ConfigOption<Duration> INITIAL_BACKOFF =
            ConfigOptions.key("mqtt.reconnect.initial-backoff")
                    .durationType()
                    .defaultValue(Duration.ofMillis(250))
                    .withDescription("Pause before the first attempt to connect again.");

    public static final ConfigOption<Duration> MAX_BACKOFF =
            ConfigOptions.key("mqtt.reconnect.max-backoff")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription("Longest pause; the pause doubles with each failed attempt.");

    /**
     * The options of the source without those of its connections, in the order of the README's
     * table.
     */
    public static final List<ConfigOption<?>> OWN =
            List.of(
                    GROUP,
                    SESSION_PREFIX,
                    TOPIC_FILTERS,
                    SESSIONS,
                    RECEIVE_MAXIMUM,
                    INFLIGHT_WINDOW,
                    ACKNOWLEDGE,
                    SESSION_EXPIRY,
                    INITIAL_BACKOFF,
                    MAX_BACKOFF);

    /** Every option of a source, including those of its connections. */
    public static final List<ConfigOption<?>> ALL =
            Stream.concat(MqttConnectionOptions.ALL.stream(), OWN.stream()).toList();

    private MqttSourceOptions() {}
}
