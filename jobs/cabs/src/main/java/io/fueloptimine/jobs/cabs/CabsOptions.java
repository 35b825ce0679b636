package io.fueloptimine.jobs.cabs;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.connectors.mqtt.sink.MqttSinkOptions;
import io.fueloptimine.jobs.settings.JobArguments;
import io.fueloptimine.jobs.settings.JobOptions;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/**
 * The validated command-line options of job cabs. The options of MQTT are in {@link
 * MqttSinkOptions}.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param cabs the MQTT sink for the tablets in the truck cabs
 * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
 */
public record CabsOptions(
        KafkaConnection kafka,
        String groupId,
        MqttSink<OutgoingMessage> cabs,
        Duration checkpointInterval) {

    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            JobOptions.checkpointInterval(Duration.ofSeconds(1));

    /** The options of job cabs, without the options of MQTT and Kafka. */
    static final List<ConfigOption<?>> OWN = List.of(CHECKPOINT_INTERVAL);

    private static final String DEFAULT_CLIENT_ID = "fuel-cabs";

    /** The Kafka consumer group that applies if no group is given. */
    public static final String DEFAULT_GROUP = "fuel-cabs";

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws InvalidInputException if an argument is wrong; the message names every fault, one per
     *     line
     */
    public static CabsOptions parse(String[] arguments) {
        JobArguments given = JobArguments.parse(arguments, OWN, MqttSinkOptions.ALL);
        KafkaConnection kafka = given.kafka();
        Duration interval = given.duration(CHECKPOINT_INTERVAL);
        MqttSink<OutgoingMessage> cabs = given.checked(() -> cabs(given));
        given.requireValid();
        return new CabsOptions(kafka, given.groupId(DEFAULT_GROUP), cabs, interval);
    }

    private static MqttSink<OutgoingMessage> cabs(JobArguments given) {
        return MqttSink.<OutgoingMessage>builder(message -> message)
                .clientId(DEFAULT_CLIENT_ID)
                .options(given.configuration())
                .build();
    }
}
