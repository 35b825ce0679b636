package io.fueloptimine.connectors.mqtt;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The options of {@link MqttSource}; the table in this module's README lists the same. */
public final class MqttSourceOptions {

    public static final ConfigOption<String> HOST =
            ConfigOptions.key("mqtt.host")
                    .stringType()
                    .defaultValue("127.0.0.1")
                    .withDescription("The broker's host name or address.");

    public static final ConfigOption<Integer> PORT =
            ConfigOptions.key("mqtt.port")
                    .intType()
                    .defaultValue(1883)
                    .withDescription("The broker's TCP port.");

    public static final ConfigOption<String> GROUP =
            ConfigOptions.key("mqtt.group")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Names the shared subscription and, with an index, the sessions."
                                    + " One group per job; a new filter needs a new group.");

    public static final ConfigOption<String> TOPIC_FILTER =
            ConfigOptions.key("mqtt.topic-filter")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("What to read; + and # as in MQTT, without $share.");

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

    public static final ConfigOption<Duration> KEEP_ALIVE =
            ConfigOptions.key("mqtt.keep-alive")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(20))
                    .withDescription("How soon a silent connection is found dead, 1 s to 18 h.");

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

    public static final ConfigOption<String> USERNAME =
            ConfigOptions.key("mqtt.username")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("User name, if the broker asks for one.");

    public static final ConfigOption<String> PASSWORD_FILE =
            ConfigOptions.key("mqtt.password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File on every task manager that holds the password or token; read"
                                    + " anew at each connect, kept in no state and no log.");

    /** Every option, in the order of the README's table. */
    public static final List<ConfigOption<?>> ALL =
            List.of(
                    HOST,
                    PORT,
                    GROUP,
                    TOPIC_FILTER,
                    SESSIONS,
                    RECEIVE_MAXIMUM,
                    ACKNOWLEDGE,
                    SESSION_EXPIRY,
                    KEEP_ALIVE,
                    INITIAL_BACKOFF,
                    MAX_BACKOFF,
                    USERNAME,
                    PASSWORD_FILE);

    private MqttSourceOptions() {}
}
