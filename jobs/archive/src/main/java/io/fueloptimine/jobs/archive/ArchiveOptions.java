package io.fueloptimine.jobs.archive;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaOptions;
import io.fueloptimine.models.mine.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/**
 * What the archive job is told on its command line, checked.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param lake the lake's folder
 * @param checkpointInterval used where Flink's own configuration sets none
 */
record ArchiveOptions(
        KafkaConnection kafka, String groupId, Path lake, Duration checkpointInterval) {

    static final ConfigOption<String> LAKE =
            ConfigOptions.key("lake.path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The folder that holds the lake.");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            ConfigOptions.key("checkpoint.interval")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(5))
                    .withDescription(
                            "How often files are finished, where Flink's configuration does not"
                                    + " say.");

    private static final String DEFAULT_GROUP = "fuel-archive";

    /** The job's own options, in addition to those of Kafka. */
    static final List<ConfigOption<?>> OWN = List.of(LAKE, CHECKPOINT_INTERVAL);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws IllegalArgumentException naming every fault, a line each
     */
    static ArchiveOptions parse(String[] arguments) {
        Configuration given = ParameterTool.fromArgs(arguments).getConfiguration();
        List<String> faults = new ArrayList<>();
        unknown(given).forEach(key -> faults.add("unknown option --" + key));
        KafkaConnection kafka = kafka(given, faults);
        if (given.getOptional(LAKE).isEmpty()) {
            faults.add("missing option --" + LAKE.key());
        }
        Duration interval = interval(given, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return new ArchiveOptions(
                kafka,
                given.get(KafkaOptions.GROUP_ID, DEFAULT_GROUP),
                Path.of(given.get(LAKE)),
                interval);
    }

    private static Set<String> unknown(Configuration given) {
        Set<String> keys = new TreeSet<>(given.keySet());
        keys.removeIf(KafkaOptions::isOption);
        OWN.forEach(option -> keys.remove(option.key()));
        return keys;
    }

    private static Duration interval(Configuration given, List<String> faults) {
        try {
            Duration interval = given.get(CHECKPOINT_INTERVAL);
            if (interval.toMillis() > 0) {
                return interval;
            }
        } catch (IllegalArgumentException e) {
            // told below, in the same words as a duration out of range
        }
        faults.add("--" + CHECKPOINT_INTERVAL.key() + " wants a duration such as 5min");
        return null;
    }

    private static KafkaConnection kafka(Configuration given, List<String> faults) {
        try {
            return KafkaConnection.from(given);
        } catch (InvalidInputException e) {
            faults.addAll(e.faults());
            return null;
        }
    }
}
