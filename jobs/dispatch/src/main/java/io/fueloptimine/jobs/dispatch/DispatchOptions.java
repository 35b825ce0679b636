package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.settings.JobArguments;
import io.fueloptimine.jobs.settings.JobOptions;
import io.fueloptimine.jobs.settings.SqlTableOptions;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.RoadState;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/**
 * The validated command-line options of job dispatch.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param settings the job's settings
 * @param sql the SQL tables
 * @param checkpointInterval the interval that applies if Flink's configuration sets no interval
 */
public record DispatchOptions(
        KafkaConnection kafka,
        String groupId,
        DispatchJobSettings settings,
        SqlConnection sql,
        Duration checkpointInterval) {

    /** The Kafka consumer group that applies if no group is given. */
    public static final String DEFAULT_GROUP = "fuel-dispatch";

    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            JobOptions.checkpointInterval(Duration.ofSeconds(5));

    /** The options of job dispatch, without the options of Kafka and SQL. */
    static final List<ConfigOption<?>> OWN =
            List.of(
                    JobOptions.MINES_FOLDER,
                    JobOptions.CLOCK_MAX_AHEAD,
                    JobOptions.CLOCK_OPEN_SITES,
                    JobOptions.REGISTRY_PATH,
                    JobOptions.SETTINGS_FILE,
                    CHECKPOINT_INTERVAL);

    /**
     * Reads {@code --key value} pairs.
     *
     * @throws InvalidInputException if an argument is wrong; the message names every fault, one per
     *     line
     */
    public static DispatchOptions parse(String[] arguments) {
        JobArguments given = JobArguments.parse(arguments, OWN, SqlTableOptions.ALL);
        KafkaConnection kafka = given.kafka();
        MineSites mines = given.mines();
        Path registry = given.folder(JobOptions.REGISTRY_PATH);
        SqlConnection sql = SqlTableOptions.connection(given);
        ClockRules clocks = given.clocks(mines);
        StepSettings steps = given.settings();
        Duration interval = given.duration(CHECKPOINT_INTERVAL);
        given.requireValid();
        return new DispatchOptions(
                kafka,
                given.groupId(DEFAULT_GROUP),
                new DispatchJobSettings(mines, registry, ModelRegistry.FUEL_WINDOW, clocks, steps),
                sql,
                interval);
    }

    /**
     * The Kafka topics that the job reads. The job reads the topic of road states from its
     * beginning, because a new job needs the current state of every road.
     */
    public DispatchSources sources() {
        return new DispatchSources(
                KafkaTopics.source(kafka, Topics.READINGS_VALID, groupId, Reading.class),
                KafkaTopics.source(kafka, Topics.FUEL_DRIFT, groupId, DriftEvent.class),
                KafkaTopics.source(kafka, Topics.FUEL_SCORES, groupId, ScoredWindow.class),
                KafkaTopics.source(kafka, Topics.ROAD_EXCESS, groupId, RoadExcess.class),
                KafkaTopics.sourceFromEarliest(
                        kafka, Topics.ROAD_STATES, groupId + "-roads", RoadState.class),
                KafkaTopics.textSource(kafka, Topics.DISPATCH_TARGETS, groupId));
    }

    /** The Kafka topics and SQL tables that the job writes. */
    public DispatchOutputs outputs() {
        return DispatchOutputs.standard(kafka, sql);
    }
}
