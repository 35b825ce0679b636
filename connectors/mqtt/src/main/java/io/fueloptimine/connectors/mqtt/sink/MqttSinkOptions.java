package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The options of {@link MqttSink} beside those of its connections ({@link MqttConnectionOptions});
 * the tables in this module's README list the same.
 */
public final class MqttSinkOptions {

    public static final ConfigOption<String> CLIENT_ID =
            ConfigOptions.key("mqtt.sink.client-id")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Names, with the subtask's index, the sink's connections at the broker;"
                                    + " one per job.");

    public static final ConfigOption<Integer> MAX_IN_FLIGHT =
            ConfigOptions.key("mqtt.sink.max-in-flight")
                    .intType()
                    .defaultValue(100)
                    .withDescription(
                            "Messages of one subtask that the broker has not acknowledged, 1 to"
                                    + " 65,535; more wait in the job.");

    public static final ConfigOption<Duration> INITIAL_BACKOFF =
            ConfigOptions.key("mqtt.sink.initial-backoff")
                    .durationType()
                    .defaultValue(Duration.ofMillis(250))
                    .withDescription("Pause before the first attempt to connect again.");

    public static final ConfigOption<Duration> MAX_BACKOFF =
            ConfigOptions.key("mqtt.sink.max-backoff")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("The pause doubles with each failure, up to this.");

    /** The sink's own options, in the order of the README's table. */
    public static final List<ConfigOption<?>> OWN =
            List.of(CLIENT_ID, MAX_IN_FLIGHT, INITIAL_BACKOFF, MAX_BACKOFF);

    /** Every option, those of the connection first. */
    public static final List<ConfigOption<?>> ALL =
            Stream.concat(MqttConnectionOptions.ALL.stream(), OWN.stream()).toList();

    private MqttSinkOptions() {}
}
