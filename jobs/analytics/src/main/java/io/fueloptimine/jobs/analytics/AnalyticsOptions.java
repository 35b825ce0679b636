package io.fueloptimine.jobs.analytics;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaOptions;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.SuiteUpdate;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.window.FuelWindows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/**
 * What the analytics job is told on its command line, checked.
 *
 * @param kafka the connection to Kafka
 * @param groupId the consumer group
 * @param mine the mine
 * @param registry the model registry's folder
 * @param sql the tables
 * @param suite the validation suite to start with
 * @param checkpointInterval used where Flink's own configuration sets none
 * @param allowedLateness how long results wait for late readings
 */
record AnalyticsOptions(
        KafkaConnection kafka,
        String groupId,
        MineSite mine,
        Path registry,
        SqlConnection sql,
        ValidationSuite suite,
        Duration checkpointInterval,
        Duration allowedLateness) {

    static final ConfigOption<String> MINE =
            ConfigOptions.key("mine.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The mine's YAML file.");
    static final ConfigOption<String> REGISTRY =
            ConfigOptions.key("registry.path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The model registry's folder, readable by every worker.");
    static final ConfigOption<String> SQL_URL =
            ConfigOptions.key("sql.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The JDBC URL of SQL Server or H2.");
    static final ConfigOption<String> SQL_USER =
            ConfigOptions.key("sql.user")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Who writes the tables.");
    static final ConfigOption<String> SQL_PASSWORD_FILE =
            ConfigOptions.key("sql.password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("A file whose first line is the password.");
    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            ConfigOptions.key("checkpoint.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("Used where Flink's own configuration sets none.");
    static final ConfigOption<Duration> ALLOWED_LATENESS =
            ConfigOptions.key("lateness.allowed")
                    .durationType()
                    .defaultValue(FuelWindows.ALLOWED_LATENESS)
                    .withDescription(
                            "How long fuel windows stay open and cycles wait for late readings,"
                                    + " event time.");

    static final ConfigOption<String> RULES =
            ConfigOptions.key("rules.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The validation suite to start with; the shipped one when absent.");

    private static final String DEFAULT_GROUP = "fuel-analytics";

    static final List<ConfigOption<String>> NEEDED =
            List.of(MINE, REGISTRY, SQL_URL, SQL_USER, SQL_PASSWORD_FILE);

    /**
     * Reads {@code --key value} pairs and the files they name.
     *
     * @throws IllegalArgumentException naming every fault, a line each
     */
    static AnalyticsOptions parse(String[] arguments) {
        Configuration given = ParameterTool.fromArgs(arguments).getConfiguration();
        List<String> faults = new ArrayList<>();
        unknown(given).forEach(key -> faults.add("unknown option --" + key));
        KafkaConnection kafka = kafka(given, faults);
        NEEDED.stream()
                .filter(option -> given.getOptional(option).isEmpty())
                .forEach(option -> faults.add("missing option --" + option.key()));
        Duration interval = duration(given, CHECKPOINT_INTERVAL, faults);
        Duration lateness = duration(given, ALLOWED_LATENESS, faults);
        MineSite mine = mine(given.get(MINE), faults);
        Path registry = folder(given.get(REGISTRY), faults);
        SqlConnection sql = sql(given, faults);
        ValidationSuite suite = suite(given, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
        return new AnalyticsOptions(
                kafka,
                given.get(KafkaOptions.GROUP_ID, DEFAULT_GROUP),
                mine,
                registry,
                sql,
                suite,
                interval,
                lateness);
    }

    AnalyticsSources sources() {
        return new AnalyticsSources(
                source(Topics.READINGS_VALID, Reading.class),
                source(Topics.FUEL_QUALITY, QualityRecord.class),
                source(Topics.MODELS_CHAMPION, ModelAnnouncement.class),
                suites());
    }

    /** From the beginning, as a new job must learn of the suite that was published last. */
    private Source<SuiteUpdate, ?, ?> suites() {
        return KafkaTopics.sourceFromEarliest(
                kafka, Topics.QUALITY_SUITES, groupId + "-suites", SuiteUpdate.class);
    }

    AnalyticsSettings settings() {
        return AnalyticsSettings.of(mine, registry)
                .withSuite(suite)
                .withAllowedLateness(allowedLateness);
    }

    AnalyticsOutputs outputs() {
        return AnalyticsOutputs.standard(kafka, sql);
    }

    private <T> Source<T, ?, ?> source(String topic, Class<T> type) {
        return KafkaTopics.source(kafka, topic, groupId, type);
    }

    private static Set<String> unknown(Configuration given) {
        Set<String> keys = new TreeSet<>(given.keySet());
        NEEDED.forEach(option -> keys.remove(option.key()));
        keys.removeIf(KafkaOptions::isOption);
        keys.remove(CHECKPOINT_INTERVAL.key());
        keys.remove(ALLOWED_LATENESS.key());
        keys.remove(RULES.key());
        return keys;
    }

    private static Duration duration(
            Configuration given, ConfigOption<Duration> option, List<String> faults) {
        try {
            Duration duration = given.get(option);
            if (duration.toMillis() > 0) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // told below, in the same words as a duration out of range
        }
        faults.add("--" + option.key() + " wants a duration such as 10s");
        return null;
    }

    private static ValidationSuite suite(Configuration given, List<String> faults) {
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

    private static MineSite mine(String file, List<String> faults) {
        try {
            return file == null ? null : MineSiteFile.read(Path.of(file));
        } catch (InvalidInputException e) {
            faults.add("--" + MINE.key() + ": " + e.getMessage());
            return null;
        }
    }

    private static Path folder(String folder, List<String> faults) {
        if (folder != null && !Files.isDirectory(Path.of(folder))) {
            faults.add("--" + REGISTRY.key() + ": no folder " + folder);
        }
        return folder == null ? null : Path.of(folder);
    }

    private static SqlConnection sql(Configuration given, List<String> faults) {
        if (List.of(SQL_URL, SQL_USER, SQL_PASSWORD_FILE).stream()
                .anyMatch(option -> given.getOptional(option).isEmpty())) {
            return null;
        }
        Path passwordFile = Path.of(given.get(SQL_PASSWORD_FILE));
        try {
            return SqlConnection.withPasswordFile(
                    given.get(SQL_URL), given.get(SQL_USER), passwordFile);
        } catch (IOException e) {
            faults.add("--" + SQL_PASSWORD_FILE.key() + ": cannot read " + passwordFile);
        } catch (IllegalArgumentException e) {
            faults.add("--" + SQL_URL.key() + ": " + e.getMessage());
        }
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
