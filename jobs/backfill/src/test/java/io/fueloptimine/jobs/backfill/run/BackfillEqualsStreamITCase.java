package io.fueloptimine.jobs.backfill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.backfill.history.LakeHistory;
import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same short day as a live stream over Kafka and as a backfill of the lake that the live stream
 * wrote: the same rows in SQL. A replay of the topics at full speed is shown beside.
 */
@Timeout(300)
class BackfillEqualsStreamITCase {

    private static final double MESSAGES_PER_S = 120;
    private final FuelHome home = FuelHome.find();
    private final MineSite mine = RecordedDay.small(MineSiteFile.read(home.mine()));

    @TempDir Path folder;

    @Test
    void givesTheRowsOfTheStream() throws Exception {
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
        List<String> difference =
                SqlRows.diff(expected, SqlRows.of(filled)).stream()
                        .filter(row -> !isExpected(row))
                        .toList();
        System.out.println("stream and backfill differ in rows: " + difference.size());
        System.out.println(
                "stream and fast replay differ in rows: "
                        + SqlRows.diff(expected, SqlRows.of(replayed)).size());
        assertThat(difference).isEmpty();
    }

    /**
     * The end of the input closes the last windows, which the live stream keeps open. Silence is
     * raised and cleared at the watermark, which is further behind in a backfill.
     */
    private static boolean isExpected(String row) {
        boolean lastMinutes =
                row.contains("WINDOW_START=2026-01-05 09:39:00")
                        || row.contains("WINDOW_START=2026-01-05 09:40:00")
                        || row.contains("road_excess") && row.contains("AT=2026-01-05 10:00:00");
        return lastMinutes || row.contains("ALERT_ID=SILENT_SENSOR/");
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

    private static SqlConnection database(String name) {
        return new SqlConnection("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
