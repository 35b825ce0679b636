package io.fueloptimine.connectors.mqtt;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The options of {@link MqttSource} beside those of its connections ({@link
 * MqttConnectionOptions}); the tables in this module's README list the same.
 */
public final class MqttSourceOptions {

    public static final ConfigOption<String> GROUP =
            ConfigOptions.key("mqtt.group")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Names the shared subscription; a new filter needs a new group. Jobs"
                                    + " of one group share its messages out among themselves.");

    public static final ConfigOption<String> SESSION_PREFIX =
            ConfigOptions.key("mqtt.session-prefix")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "With an index it names the sessions, which are this job's alone: two"
                                    + " jobs of one group need two. The group unless given.");

    public static final ConfigOption<List<String>> TOPIC_FILTERS =
            ConfigOptions.key("mqtt.topic-filters")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "What to read, separated by semicolons; + and # as in MQTT, without"
                                    + " $share.");

    public static final ConfigOption<Integer> SESSIONS =
            ConfigOptions.key("mqtt.sessions")
                    .intType()
                    .defaultValue(4)
                    .withDescription(
                            "Sessions at the broker, whatever the parallelism. Never lower it"
                                    + " while a session still holds messages.");

    public static final ConfigOption<Integer> RECEIVE_MAXIMUM =
            ConfigOptions.key("mqtt.receive-maximum")
                    .intType()
                    .defaultValue(65_535)
                    .withDescription(
                            "Unacknowledged messages that one session accepts, 1 to 65,535;"
                                    + " bounds the reader's memory.");

    public static final ConfigOption<Integer> INFLIGHT_WINDOW =
            ConfigOptions.key("mqtt.inflight-window")
                    .intType()
                    .noDefaultValue()
                    .withDescription(
                            "The broker's own bound on a session's unacknowledged messages, which"
                                    + " MQTT does not tell: the metric windowFullMillis counts by"
                                    + " it. Without it by mqtt.receive-maximum.");

    public static final ConfigOption<Acknowledgement> ACKNOWLEDGE =
            ConfigOptions.key("mqtt.acknowledge")
                    .enumType(Acknowledgement.class)
                    .defaultValue(Acknowledgement.ON_CHECKPOINT)
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
                    .withDescription("The pause doubles with each failure, up to this.");

    /** The source's own options, in the order of the README's table. */
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

    /** Every option that a source understands: its own and those of its connections. */
    public static final List<ConfigOption<?>> ALL =
            Stream.concat(MqttConnectionOptions.ALL.stream(), OWN.stream()).toList();

    private MqttSourceOptions() {}
}
