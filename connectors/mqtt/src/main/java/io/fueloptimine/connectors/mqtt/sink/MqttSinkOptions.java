package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The options of {@link MqttSink}, in addition to the options of the connections ({@link
 * MqttConnectionOptions}). A test compares the options with the tables in this module's README.
 */
public final class MqttSinkOptions {

    public static final ConfigOption<String> CLIENT_ID =
            ConfigOptions.key("mqtt.sink.client-id")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Prefix of the MQTT client identifiers; the subtask index is appended."
                                    + " Each job needs its own.");

    public static final ConfigOption<Integer> MAX_IN_FLIGHT =
            ConfigOptions.key("mqtt.sink.max-in-flight")
                    .intType()
                    .defaultValue(100)
                    .withDescription(
                            "Maximum number of unacknowledged messages per subtask, 1 to 65,535;"
                                    + " at the maximum the sink blocks.");

    public static final ConfigOption<Duration> INITIAL_BACKOFF =
            ConfigOptions.key("mqtt.sink.initial-backoff")
                    .durationType()
                    .defaultValue(Duration.ofMillis(250))
                    .withDescription("Pause before the first attempt to connect again.");

    public static final ConfigOption<Duration> MAX_BACKOFF =
            ConfigOptions.key("mqtt.sink.max-backoff")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("Longest pause; the pause doubles with each failed attempt.");

    /**
     * The options of the sink without those of its connections, in the order of the README's table.
     */
    public static final List<ConfigOption<?>> OWN =
            List.of(CLIENT_ID, MAX_IN_FLIGHT, INITIAL_BACKOFF, MAX_BACKOFF);

    /** Every option of a sink, including those of its connections. */
    public static final List<ConfigOption<?>> ALL =
            Stream.concat(MqttConnectionOptions.ALL.stream(), OWN.stream()).toList();

    private MqttSinkOptions() {}
}
