package io.fueloptimine.jobs.archive;

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
 * @param bootstrapServers Kafka
 * @param groupId the consumer group
 * @param lake the lake's folder
 * @param checkpointInterval used where Flink's own configuration sets none
 */
record ArchiveOptions(
        String bootstrapServers, String groupId, Path lake, Duration checkpointInterval) {

    static final ConfigOption<String> BOOTSTRAP_SERVERS =
            ConfigOptions.key("kafka.bootstrap-servers")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Kafka's brokers, as host:port,host:port.");
    static final ConfigOption<String> GROUP_ID =
            ConfigOptions.key("kafka.group-id")
                    .stringType()
                    .defaultValue("fuel-archive")
                    .withDescription("The consumer group whose offsets the job goes on from.");
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

    static final List<ConfigOption<?>> ALL =
            List.of(BOOTSTRAP_SERVERS, GROUP_ID, LAKE, CHECKPOINT_INTERVAL);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws IllegalArgumentException naming every fault, a line each
     */
    static ArchiveOptions parse(String[] arguments) {
        Configuration given = ParameterTool.fromArgs(arguments).getConfiguration();
        List<String> faults = new ArrayList<>();
        unknown(given).forEach(key -> faults.add("unknown option --" + key));
        for (ConfigOption<String> option : List.of(BOOTSTRAP_SERVERS, LAKE)) {
            if (given.getOptional(option).isEmpty()) {
                faults.add("missing option --" + option.key());
            }
        }
        Duration interval = interval(given, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return new ArchiveOptions(
                given.get(BOOTSTRAP_SERVERS),
                given.get(GROUP_ID),
                Path.of(given.get(LAKE)),
                interval);
    }

    private static Set<String> unknown(Configuration given) {
        Set<String> keys = new TreeSet<>(given.keySet());
        ALL.forEach(option -> keys.remove(option.key()));
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
}
