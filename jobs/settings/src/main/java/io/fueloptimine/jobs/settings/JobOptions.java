package io.fueloptimine.jobs.settings;

import io.fueloptimine.models.quality.clock.ClockRules;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * The options that several jobs have. The options of Kafka are in {@link
 * io.fueloptimine.connectors.kafka.KafkaOptions}, the options of the SQL tables in {@link
 * SqlTableOptions}.
 */
public final class JobOptions {

    public static final ConfigOption<String> MINES_FOLDER =
            ConfigOptions.key("mines.folder")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The folder of mine files (*.yaml), one for each site, or one mine file.");

    public static final ConfigOption<String> SETTINGS_FILE =
            ConfigOptions.key("settings.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The settings file; each setting that it does not contain has its"
                                    + " default.");

    public static final ConfigOption<String> RULES_FILE =
            ConfigOptions.key("rules.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The validation suite in use until one is published; by default the"
                                    + " shipped suite.");

    public static final ConfigOption<String> REGISTRY_PATH =
            ConfigOptions.key("registry.path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The model registry's folder, readable by every worker.");

    public static final ConfigOption<Duration> CLOCK_MAX_AHEAD =
            ConfigOptions.key("clock.max-ahead")
                    .durationType()
                    .defaultValue(ClockRules.DEFAULT_MAX_AHEAD)
                    .withDescription(
                            "How far a reading may be ahead of its arrival. 0s when the time of the"
                                    + " mine is not the time of arrival, as in simulations.");

    public static final ConfigOption<List<String>> CLOCK_OPEN_SITES =
            ConfigOptions.key("clock.open-sites")
                    .stringType()
                    .asList()
                    .defaultValues()
                    .withDescription(
                            "Sites without a mine file, separated by semicolons, any machine of"
                                    + " which may advance event time.");

    /** The options of {@link JobArguments#clocks}. */
    public static final List<ConfigOption<?>> CLOCKS = List.of(CLOCK_MAX_AHEAD, CLOCK_OPEN_SITES);

    private JobOptions() {}

    /** The checkpoint interval, whose default differs from job to job. */
    public static ConfigOption<Duration> checkpointInterval(Duration byDefault) {
        return ConfigOptions.key("checkpoint.interval")
                .durationType()
                .defaultValue(byDefault)
                .withDescription(
                        "Time between checkpoints, if Flink's configuration sets no interval.");
    }
}
