package io.fueloptimine.jobs.backfill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.parquet.LakeReader;
import io.fueloptimine.jobs.backfill.history.LakeHistory;
import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;

import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same short day as a live stream over Kafka, as a replay of the topics, and as a backfill of
 * the lake that the live stream wrote: the same rows in SQL and in the lake.
 */
@Timeout(300)
class BackfillEqualsStreamITCase {

    private static final double MESSAGES_PER_S = 120;
    private static final List<String> WINDOW_COLUMNS =
            List.of(
                    "site",
                    "machine_id",
                    "window_start",
                    "readings",
                    "fuel_l",
                    "expected_l",
                    "residual_l",
                    "model_version",
                    "distance_km",
                    "production_state");
    private static final List<String> CYCLE_COLUMNS =
            List.of("site", "cycle_id", "empty_at", "payload_t", "fuel_l", "full_distance_m");

    private final FuelHome home = FuelHome.find();
    private final MineSite mine = RecordedDay.small(MineSiteFile.read(home.mine()));

    @TempDir Path folder;

    @Test
    void givesTheRowsOfTheStreamAndOfItsReplay() throws Exception {
        SqlConnection live = database("live");
        Path lake = folder.resolve("lake");
        SqlConnection replayed = database("replayed");
        try (KafkaServer kafka =
                KafkaServer.start(folder.resolve("kafka"), freePort(), freePort())) {
            KafkaConnection connection = KafkaConnection.of(kafka.bootstrapServers());
            KafkaTopics.ensure(connection, 1);
            LiveStream stream =
                    new LiveStream(
                            connection,
                            MineSites.of(mine),
                            home.registry(),
                            folder.resolve("savepoints"));
            stream.run(RecordedDay.messages(mine), MESSAGES_PER_S, live, lake);
            stream.replay(replayed);
        }
        SqlConnection filled = database("filled");
        Path results = folder.resolve("results");
        backfill("first", lake, filled, results);

        Map<String, List<String>> expected = SqlRows.of(live);

        assertThat(expected.get("fuel_window")).hasSizeGreaterThan(300);
        assertThat(expected.get("haul_cycle")).isNotEmpty();
        assertThat(expected.get("alert")).isNotEmpty();
        List<String> replayDiff = SqlRows.diff(expected, SqlRows.of(replayed));
        List<String> backfillDiff = SqlRows.diff(expected, SqlRows.of(filled));
        System.out.println("stream and replay differ in rows: " + replayDiff.size());
        System.out.println("stream and backfill differ in rows: " + backfillDiff.size());
        assertThat(replayDiff).isEmpty();
        assertThat(backfillDiff).isEmpty();
        assertThat(windows(results)).containsExactlyElementsOf(windows(lake));
        assertThat(cycles(results)).containsExactlyElementsOf(cycles(lake));

        backfill("second", lake, filled, results);
        assertThat(SqlRows.diff(expected, SqlRows.of(filled))).as("run twice").isEmpty();
        assertThat(windows(results)).containsExactlyElementsOf(windows(lake));
        assertThat(cycles(results)).containsExactlyElementsOf(cycles(lake));
    }

    private void backfill(String name, Path lake, SqlConnection sql, Path results)
            throws Exception {
        BackfillSettings settings =
                new BackfillSettings(
                        folder.resolve(name),
                        TimeRange.ALL,
                        MineSites.of(mine),
                        Set.of(),
                        home.registry(),
                        StepSettings.DEFAULT,
                        sql,
                        results,
                        Duration.ofSeconds(1));
        new Backfill(settings, new LakeHistory(lake, TimeRange.ALL), (step, percent) -> {}).run();
    }

    private static List<String> windows(Path lake) throws IOException {
        List<String> rows = new ArrayList<>();
        new LakeReader(lake).windows(WINDOW_COLUMNS, row -> rows.add(text(row)));
        // A revision in between depends on how often the watermark advanced: the last one counts.
        return rows.stream().sorted().toList();
    }

    private static List<String> cycles(Path lake) throws IOException {
        List<String> rows = new ArrayList<>();
        new LakeReader(lake).cycles(CYCLE_COLUMNS, row -> rows.add(text(row)));
        return rows.stream().sorted().toList();
    }

    private static String text(GenericRecord row) {
        return row.toString();
    }

    private static SqlConnection database(String name) {
        return new SqlConnection("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
