package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaOptions;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/**
 * What the ingest job is told on its command line, checked. MQTT's options are those of {@link
 * MqttSourceOptions}.
 *
 * @param messages the source of messages
 * @param sparkplug the way to Sparkplug's edge nodes; empty when the site has none
 * @param kafka the connection to Kafka
 * @param rules the validation suite
 * @param checkpointInterval used where Flink's own configuration sets none
 */
record IngestOptions(
        MqttSource messages,
        Optional<SparkplugLink> sparkplug,
        KafkaConnection kafka,
        ValidationSuite rules,
        Duration checkpointInterval) {

    static final ConfigOption<String> RULES =
            ConfigOptions.key("rules.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The validation suite to start with; the shipped one when absent.");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            ConfigOptions.key("checkpoint.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "How often messages are acknowledged, where Flink's configuration does"
                                    + " not say.");

    private static final String SUITES_GROUP = "fuel-ingest-suites";

    /** The job's own options, in addition to those of MQTT and Kafka. */
    static final List<ConfigOption<?>> OWN =
            List.of(RULES, CHECKPOINT_INTERVAL, SparkplugLink.SITE);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws IllegalArgumentException naming every fault, a line each
     */
    static IngestOptions parse(String[] arguments) {
        Configuration given = ParameterTool.fromArgs(arguments).getConfiguration();
        List<String> faults = new ArrayList<>(unknown(given));
        KafkaConnection kafka = kafka(given, faults);
        Duration interval = interval(given, faults);
        ValidationSuite rules = rules(given, faults);
        MqttSource messages = messages(given, faults);
        Optional<SparkplugLink> sparkplug = sparkplug(given, messages, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return new IngestOptions(messages, sparkplug, kafka, rules, interval);
    }

    /** Messages from the broker, and suites from Kafka. */
    IngestSources sources() {
        IngestSources plain =
                IngestSources.of(messages)
                        .withSuites(
                                KafkaTopics.fromBeginning(
                                        kafka,
                                        Topics.QUALITY_SUITES,
                                        SUITES_GROUP,
                                        SuiteUpdate.class));
        return sparkplug.map(edge -> plain.withSparkplug(edge.messages())).orElse(plain);
    }

    /** Kafka, and the broker for what edge nodes are asked. */
    IngestOutputs outputs() {
        IngestOutputs topics = IngestOutputs.standard(kafka);
        return sparkplug.map(edge -> topics.withCommands(edge.commands())).orElse(topics);
    }

    private static List<String> unknown(Configuration given) {
        TreeSet<String> keys = new TreeSet<>(given.keySet());
        keys.removeIf(KafkaOptions::isOption);
        Stream.concat(OWN.stream(), MqttSourceOptions.ALL.stream())
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

    private static ValidationSuite rules(Configuration given, List<String> faults) {
        try {
            String file = given.get(RULES);
            return file == null ? ValidationSuite.shipped() : ValidationSuite.read(Path.of(file));
        } catch (InvalidInputException e) {
            e.faults().forEach(fault -> faults.add("--" + RULES.key() + ": " + fault));
        } catch (IOException e) {
            faults.add("--" + RULES.key() + " cannot be read: " + e.getMessage());
        }
        return null;
    }

    private static MqttSource messages(Configuration given, List<String> faults) {
        try {
            return MqttSource.builder().options(given).build(checkpointed());
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
            return null;
        }
    }

    private static Optional<SparkplugLink> sparkplug(
            Configuration given, MqttSource messages, List<String> faults) {
        Optional<String> fault = SparkplugLink.faultIn(given);
        fault.ifPresent(faults::add);
        if (fault.isPresent() || messages == null) {
            return Optional.empty();
        }
        try {
            return SparkplugLink.from(given, messages.settings(), checkpointed());
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
            return Optional.empty();
        }
    }

    private static Configuration checkpointed() {
        Configuration job = new Configuration();
        job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        return job;
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
