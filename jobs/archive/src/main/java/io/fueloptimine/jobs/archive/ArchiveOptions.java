package io.fueloptimine.jobs.archive;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.jobs.settings.JobArguments;
import io.fueloptimine.jobs.settings.JobOptions;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSites;
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
 * @param sites the sites whose alarm of a full disk is raised; empty if no mine files are given
 * @param minFreeBytes the free space of the lake's disk below which that alarm is raised
 * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
 */
public record ArchiveOptions(
        KafkaConnection kafka,
        String groupId,
        Path lake,
        List<String> sites,
        long minFreeBytes,
        Duration checkpointInterval) {

    private static final int MIB_SHIFT = 20;
    private static final long MAX_FREE_MIB = 1L << 30;

    static final ConfigOption<String> LAKE =
            ConfigOptions.key("lake.path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The folder of the lake; it is created if it is missing.");
    static final ConfigOption<Long> MIN_FREE =
            ConfigOptions.key("lake.min-free-mib")
                    .longType()
                    .defaultValue(1_024L)
                    .withDescription(
                            "Free space of the lake's disk, in MiB, below which the alarm FULL_DISK"
                                    + " is raised.");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            JobOptions.checkpointInterval(Duration.ofMinutes(5));

    /** The Kafka consumer group that applies if no group is given. */
    public static final String DEFAULT_GROUP = "fuel-archive";

    /** The options of job archive, without the options of Kafka. */
    static final List<ConfigOption<?>> OWN =
            List.of(LAKE, MIN_FREE, JobOptions.MINES_FOLDER, CHECKPOINT_INTERVAL);

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
        MineSites mines = given.optionalFile(JobOptions.MINES_FOLDER, MineSites::read, () -> null);
        long minFreeMib = given.number(MIN_FREE, 1L, MAX_FREE_MIB);
        given.requireValid();
        return new ArchiveOptions(
                kafka,
                given.groupId(DEFAULT_GROUP),
                lake,
                mines == null ? List.of() : mines.bySite().keySet().stream().sorted().toList(),
                minFreeMib << MIB_SHIFT,
                interval);
    }
}
