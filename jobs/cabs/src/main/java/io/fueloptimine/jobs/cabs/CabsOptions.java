package io.fueloptimine.jobs.cabs;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaOptions;
import io.fueloptimine.connectors.mqtt.sink.MqttSink;
import io.fueloptimine.connectors.mqtt.sink.MqttSinkOptions;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/**
 * What the cabs job is told on its command line, checked. MQTT's options are those of {@link
 * MqttSinkOptions}.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param site the mine, the first level of its MQTT topics
 * @param cabs the sink to the tablets
 * @param checkpointInterval used where Flink's own configuration sets none
 */
record CabsOptions(
        KafkaConnection kafka,
        String groupId,
        String site,
        MqttSink<OutgoingMessage> cabs,
        Duration checkpointInterval) {

    static final ConfigOption<String> SITE =
            ConfigOptions.key("mine.site")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The mine, the first level of its MQTT topics.");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            ConfigOptions.key("checkpoint.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "How often it is noted what the broker has, where Flink's configuration"
                                    + " does not say.");

    /** The job's own options, in addition to those of MQTT and Kafka. */
    static final List<ConfigOption<?>> OWN = List.of(SITE, CHECKPOINT_INTERVAL);

    private static final String DEFAULT_CLIENT_ID = "fuel-cabs";
    private static final String DEFAULT_GROUP = "fuel-cabs";

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws IllegalArgumentException naming every fault, a line each
     */
    static CabsOptions parse(String[] arguments) {
        Configuration given = ParameterTool.fromArgs(arguments).getConfiguration();
        List<String> faults = new ArrayList<>(unknown(given));
        KafkaConnection kafka = kafka(given, faults);
        String site = given.getOptional(SITE).orElse("");
        if (!site.matches("[^/+#$\\s]+")) {
            faults.add(
                    "--"
                            + SITE.key()
                            + " is '"
                            + site
                            + "', expected a name without /, +, #, $ or blanks");
        }
        Duration interval = interval(given, faults);
        MqttSink<OutgoingMessage> cabs = cabs(given, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return new CabsOptions(
                kafka, given.get(KafkaOptions.GROUP_ID, DEFAULT_GROUP), site, cabs, interval);
    }

    private static List<String> unknown(Configuration given) {
        TreeSet<String> keys = new TreeSet<>(given.keySet());
        keys.removeIf(KafkaOptions::isOption);
        Stream.concat(OWN.stream(), MqttSinkOptions.ALL.stream())
                .forEach(option -> keys.remove(option.key()));
        return keys.stream().map(key -> "unknown option --" + key).toList();
    }

    private static Duration interval(Configuration given, List<String> faults) {
        try {
            Duration interval = given.get(CHECKPOINT_INTERVAL);
            if (interval.toMillis() > 0) {
                return interval;
            }
        } catch (IllegalArgumentException e) {
            // Told below, in the same words as a duration out of range.
        }
        faults.add("--" + CHECKPOINT_INTERVAL.key() + " wants a duration such as 1s");
        return CHECKPOINT_INTERVAL.defaultValue();
    }

    private static MqttSink<OutgoingMessage> cabs(Configuration given, List<String> faults) {
        try {
            return MqttSink.<OutgoingMessage>builder(message -> message)
                    .clientId(DEFAULT_CLIENT_ID)
                    .options(given)
                    .build();
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
            return null;
        }
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
