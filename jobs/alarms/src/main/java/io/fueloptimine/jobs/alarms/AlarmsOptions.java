package io.fueloptimine.jobs.alarms;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.kafka.ValueReader;
import io.fueloptimine.jobs.settings.JobArguments;
import io.fueloptimine.jobs.settings.JobOptions;
import io.fueloptimine.jobs.settings.SqlTableOptions;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.ConfigOption;

/**
 * The validated command-line options of job alarms.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param settings the job's settings
 * @param sql the SQL tables
 * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
 */
public record AlarmsOptions(
        KafkaConnection kafka,
        String groupId,
        AlarmsSettings settings,
        SqlConnection sql,
        Duration checkpointInterval) {

    /** The Kafka consumer group that applies if no group is given. */
    public static final String DEFAULT_GROUP = "fuel-alarms";

    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            JobOptions.checkpointInterval(Duration.ofSeconds(10));

    /** The options of job alarms, without the options of Kafka and SQL. */
    static final List<ConfigOption<?>> OWN =
            List.of(
                    JobOptions.MINES_FOLDER,
                    JobOptions.CLOCK_MAX_AHEAD,
                    JobOptions.CLOCK_OPEN_SITES,
                    JobOptions.REGISTRY_PATH,
                    JobOptions.RULES_FILE,
                    JobOptions.SETTINGS_FILE,
                    CHECKPOINT_INTERVAL);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws InvalidInputException if an argument is wrong; the message names every fault, one per
     *     line
     */
    public static AlarmsOptions parse(String[] arguments) {
        JobArguments given = JobArguments.parse(arguments, OWN, SqlTableOptions.ALL);
        KafkaConnection kafka = given.kafka();
        MineSites mines = given.mines();
        Path registry = given.folder(JobOptions.REGISTRY_PATH);
        SqlConnection sql = SqlTableOptions.connection(given);
        ValidationSuite suite = given.suite();
        ClockRules clocks = given.clocks(mines);
        StepSettings steps = given.settings();
        Duration interval = given.duration(CHECKPOINT_INTERVAL);
        given.requireValid();
        return new AlarmsOptions(
                kafka,
                given.groupId(DEFAULT_GROUP),
                AlarmsSettings.of(mines, registry, steps).withClocks(clocks).withSuite(suite),
                sql,
                interval);
    }

    /**
     * The Kafka topics that the job reads. The job reads the topic of validation suites from its
     * beginning, because a new job needs the suite that was published last.
     */
    public AlarmsSources sources() {
        return new AlarmsSources(
                source(Topics.READINGS_VALID, Reading.class),
                source(Topics.FUEL_SCORES, ScoredWindow.class),
                KafkaTopics.source(
                        kafka,
                        List.of(Topics.FUEL_QUALITY, Topics.READINGS_LATE),
                        groupId,
                        QualityRecord.class),
                KafkaTopics.source(kafka, inputs(), groupId, AlarmInput.class),
                KafkaTopics.sourceFromEarliest(
                        kafka, Topics.QUALITY_SUITES, groupId + "-suites", SuiteUpdate.class));
    }

    /** The Kafka topics and SQL tables that the job writes. */
    public AlarmsOutputs outputs() {
        return AlarmsOutputs.standard(kafka, sql);
    }

    /** The topics with few records, which have one source. */
    private static Map<String, ValueReader<AlarmInput>> inputs() {
        return Map.of(
                Topics.FUEL_DRIFT, ValueReader.ofJson(DriftEvent.class, AlarmInput::of),
                Topics.DISPATCH_PLANS, ValueReader.ofJson(DispatchPlan.class, AlarmInput::of),
                Topics.ALERTS_SIGNALS, ValueReader.ofJson(ReportedSignal.class, AlarmInput::of),
                Topics.ALERTS_COMMANDS, ValueReader.ofText(AlarmInput::ofCommand));
    }

    private <T> Source<T, ?, ?> source(String topic, Class<T> type) {
        return KafkaTopics.source(kafka, topic, groupId, type);
    }
}
