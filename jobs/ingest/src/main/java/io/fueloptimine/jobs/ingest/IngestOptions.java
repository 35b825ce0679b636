package io.fueloptimine.jobs.ingest;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import io.fueloptimine.jobs.settings.JobArguments;
import io.fueloptimine.jobs.settings.JobOptions;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * The validated command-line options of job ingest. The options of MQTT are in {@link
 * MqttSourceOptions}.
 *
 * @param messages the MQTT source of JSON messages
 * @param sparkplug source and sink for Sparkplug edge nodes; empty if no Sparkplug site is given
 * @param kafka the connection to Kafka
 * @param rules the validation suite (set of data-quality rules)
 * @param mines the mines whose machines may always send messages; empty if no mine files are given
 * @param clocks which readings advance the clocks of sites, and how far readings may be ahead
 * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
 */
public record IngestOptions(
        MqttSource messages,
        Optional<SparkplugLink> sparkplug,
        KafkaConnection kafka,
        ValidationSuite rules,
        MineSites mines,
        ClockRules clocks,
        Duration checkpointInterval) {

    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            JobOptions.checkpointInterval(Duration.ofSeconds(1));

    private static final String SUITES_GROUP = "fuel-ingest-suites";

    /** The options of job ingest, without the options of MQTT and Kafka. */
    static final List<ConfigOption<?>> OWN =
            List.of(
                    JobOptions.RULES_FILE,
                    JobOptions.MINES_FOLDER,
                    JobOptions.CLOCK_MAX_AHEAD,
                    JobOptions.CLOCK_OPEN_SITES,
                    CHECKPOINT_INTERVAL,
                    SparkplugLink.SITE);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws InvalidInputException if an argument is wrong; the message names every fault, one per
     *     line
     */
    public static IngestOptions parse(String[] arguments) {
        JobArguments given = JobArguments.parse(arguments, OWN, MqttSourceOptions.ALL);
        KafkaConnection kafka = given.kafka();
        Duration interval = given.duration(CHECKPOINT_INTERVAL);
        ValidationSuite rules = given.suite();
        MineSites mines =
                given.optionalFile(JobOptions.MINES_FOLDER, MineSites::read, MineSites::none);
        ClockRules clocks = given.clocks(mines);
        Configuration options = given.configuration();
        MqttSource messages =
                given.checked(() -> MqttSource.builder().options(options).build(checkpointed()));
        SparkplugLink.faultIn(options).ifPresent(given::addFault);
        given.requireValid();
        Optional<SparkplugLink> sparkplug =
                given.checked(
                        () -> SparkplugLink.from(options, messages.settings(), checkpointed()));
        given.requireValid();
        return new IngestOptions(messages, sparkplug, kafka, rules, mines, clocks, interval);
    }

    /** The sources of the job: MQTT messages from the broker, and validation suites from Kafka. */
    IngestSources sources() {
        IngestSources plain =
                IngestSources.of(messages)
                        .withSuites(
                                KafkaTopics.sourceFromEarliest(
                                        kafka,
                                        Topics.QUALITY_SUITES,
                                        SUITES_GROUP,
                                        SuiteUpdate.class));
        return sparkplug.map(edge -> plain.withSparkplug(edge.messages())).orElse(plain);
    }

    /**
     * The outputs of the job: Kafka topics, and the MQTT broker for commands to Sparkplug edge
     * nodes.
     */
    IngestOutputs outputs() {
        IngestOutputs topics = IngestOutputs.standard(kafka);
        return sparkplug.map(edge -> topics.withCommands(edge.commands())).orElse(topics);
    }

    private static Configuration checkpointed() {
        Configuration job = new Configuration();
        job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        return job;
    }
}
