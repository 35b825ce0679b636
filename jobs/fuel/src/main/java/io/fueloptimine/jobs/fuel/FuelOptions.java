package io.fueloptimine.jobs.fuel;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.settings.JobArguments;
import io.fueloptimine.jobs.settings.JobOptions;
import io.fueloptimine.jobs.settings.SqlTableOptions;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.dispatch.ledger.BaselinePeriods;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The validated command-line options of job fuel.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param settings the job's settings
 * @param sql the SQL tables
 * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
 */
public record FuelOptions(
        KafkaConnection kafka,
        String groupId,
        FuelSettings settings,
        SqlConnection sql,
        Duration checkpointInterval) {

    /** The Kafka consumer group that applies if no group is given. */
    public static final String DEFAULT_GROUP = "fuel-fuel";

    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            JobOptions.checkpointInterval(Duration.ofSeconds(10));

    static final ConfigOption<String> LEDGER_BASELINE =
            ConfigOptions.key("ledger.baseline")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The baseline period of each site whose savings are measured, as"
                                    + " SITE=FROM/UNTIL in UTC, separated by semicolons: the time"
                                    + " without the dispatch; nothing is measured without it.");

    /** The options of job fuel, without the options of Kafka and SQL. */
    static final List<ConfigOption<?>> OWN =
            List.of(
                    JobOptions.MINES_FOLDER,
                    JobOptions.CLOCK_MAX_AHEAD,
                    JobOptions.CLOCK_OPEN_SITES,
                    JobOptions.REGISTRY_PATH,
                    JobOptions.SETTINGS_FILE,
                    LEDGER_BASELINE,
                    CHECKPOINT_INTERVAL);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws InvalidInputException if an argument is wrong; the message names every fault, one per
     *     line
     */
    public static FuelOptions parse(String[] arguments) {
        JobArguments given = JobArguments.parse(arguments, OWN, SqlTableOptions.ALL);
        KafkaConnection kafka = given.kafka();
        MineSites mines = given.mines();
        Path registry = given.folder(JobOptions.REGISTRY_PATH);
        SqlConnection sql = SqlTableOptions.connection(given);
        ClockRules clocks = given.clocks(mines);
        StepSettings steps = given.settings();
        BaselinePeriods baselines = baselines(given, mines);
        Duration interval = given.duration(CHECKPOINT_INTERVAL);
        given.requireValid();
        return new FuelOptions(
                kafka,
                given.groupId(DEFAULT_GROUP),
                FuelSettings.of(mines, registry, steps).withClocks(clocks).withBaselines(baselines),
                sql,
                interval);
    }

    private static BaselinePeriods baselines(JobArguments given, MineSites mines) {
        return given.optionalText(LEDGER_BASELINE)
                .filter(text -> mines != null)
                .map(
                        text ->
                                given.parsed(
                                        LEDGER_BASELINE,
                                        value ->
                                                BaselinePeriods.parse(
                                                        value, mines.bySite().keySet())))
                .orElse(BaselinePeriods.NONE);
    }

    /** The Kafka topics that the job reads. */
    public FuelSources sources() {
        return new FuelSources(
                KafkaTopics.source(kafka, Topics.READINGS_VALID, groupId, Reading.class),
                KafkaTopics.source(
                        kafka, Topics.MODELS_CHAMPION, groupId, ModelAnnouncement.class));
    }

    /** The Kafka topics and SQL tables that the job writes. */
    public FuelOutputs outputs() {
        return FuelOutputs.standard(kafka, sql);
    }
}
