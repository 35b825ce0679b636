package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Job fuel with Kafka and SQL: readings of a small fleet become rows of the tables of advice. */
class AdviceITCase {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int SHIFTS = 7;

    private final FuelHome home = FuelHome.find();
    @TempDir Path folder;

    @Test
    void readingsBecomeAdviceInTopicsAndTables() throws Exception {
        MineSite mine = MineSiteFile.read(home.mine());
        Path settings =
                Files.writeString(
                        folder.resolve("settings.yaml"), "advice: {payloadCoaching: 1}\n");
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                LocalStack stack =
                        LocalStack.start(home, data, WholeMineITCase.freePorts(), 1, s -> {});
                StackTopics topics = new StackTopics(stack)) {
            JobSettings jobs =
                    new JobSettings(mine.site(), mine, home.registry(), 1)
                            .withStepSettings(Optional.of(settings));
            start(stack, JobArgumentLists.of(stack, jobs).fuel());
            for (int shift = 0; shift < SHIFTS; shift++) {
                topics.send(AdviceFleet.shift(shift));
            }

            topics.send(AdviceFleet.waiting(SHIFTS));
            awaitRows(
                    stack,
                    "SELECT truck_id, reason, litres_per_hour FROM shutdown_advice"
                            + " WHERE ended_at IS NULL",
                    "T01|BREAK|50.0");
            awaitRows(
                    stack,
                    "SELECT DISTINCT unit_id, operator_id FROM v_payload_coaching",
                    "SH01|OP-SH01");
            awaitRows(stack, "SELECT rank, kind, code FROM v_consumption_outlier", "1|MACHINE|T03");

            topics.send(AdviceFleet.goingOn(SHIFTS));
            awaitRows(
                    stack,
                    "SELECT truck_id, DATEDIFF(SECOND, advised_at, ended_at)"
                            + " FROM shutdown_advice WHERE since = '2026-01-08T20:00:00'"
                            + " AND ended_at IS NOT NULL",
                    "T01|" + AdviceFleet.REST_S);
            assertThat(topics.values(Topics.DISPATCH_ADVICE)).hasSizeGreaterThan(1);
            assertThat(topics.values(Topics.PAYLOAD_COACHING)).isNotEmpty();
            assertThat(topics.values(Topics.CONSUMPTION_OUTLIERS)).isNotEmpty();
        }
    }

    private static void start(LocalStack stack, List<String> arguments) {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        StreamExecutionEnvironment env = stack.flink().environment(FuelJob.NAME, settings);
        FuelJob.build(env, FuelOptions.parse(arguments.toArray(String[]::new)));
        stack.flink().submit(FuelJob.NAME, env);
    }

    private static void awaitRows(LocalStack stack, String query, String... expected)
            throws Exception {
        Await.until(query, LIMIT, () -> rows(stack, query).equals(List.of(expected)));
    }

    private static List<String> rows(LocalStack stack, String query) {
        try (Connection connection = stack.sql().open();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", columns));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
