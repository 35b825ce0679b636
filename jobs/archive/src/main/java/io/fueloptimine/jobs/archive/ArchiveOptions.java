package io.fueloptimine.jobs.archive;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.jobs.settings.JobArguments;
import io.fueloptimine.jobs.settings.JobOptions;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The validated command-line options of job archive.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param lake the folder of the Parquet lake
 * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
 */
public record ArchiveOptions(
        KafkaConnection kafka, String groupId, Path lake, Duration checkpointInterval) {

    static final ConfigOption<String> LAKE =
            ConfigOptions.key("lake.path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The folder of the lake; it is created if it is missing.");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            JobOptions.checkpointInterval(Duration.ofMinutes(5));

    /** The Kafka consumer group that applies if no group is given. */
    public static final String DEFAULT_GROUP = "fuel-archive";

    /** The options of job archive, without the options of Kafka. */
    static final List<ConfigOption<?>> OWN = List.of(LAKE, CHECKPOINT_INTERVAL);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws InvalidInputException if an argument is wrong; the message names every fault, one per
     *     line
     */
    public static ArchiveOptions parse(String[] arguments) {
        JobArguments given = JobArguments.parse(arguments, OWN);
        KafkaConnection kafka = given.kafka();
        Path lake = given.outputFolder(LAKE);
        if (lake != null && Files.isRegularFile(lake)) {
            given.addFault(LAKE.key() + " is '" + lake + "', a file, expected a folder");
        }
        Duration interval = given.duration(CHECKPOINT_INTERVAL);
        given.requireValid();
        return new ArchiveOptions(kafka, given.groupId(DEFAULT_GROUP), lake, interval);
    }
}
