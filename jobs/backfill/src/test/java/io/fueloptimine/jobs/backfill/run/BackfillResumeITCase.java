package io.fueloptimine.jobs.backfill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.parquet.LakeReader;
import io.fueloptimine.jobs.backfill.files.FileHistory;
import io.fueloptimine.jobs.backfill.history.History;
import io.fueloptimine.jobs.backfill.history.LakeHistory;
import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.message.StreamFields;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of all streams: a backfill that breaks twice gives the rows of one that does not. */
@Timeout(300)
class BackfillResumeITCase {

    private final FuelHome home = FuelHome.find();
    private final MineSite mine = RecordedDay.small(MineSiteFile.read(home.mine()));

    @TempDir Path folder;

    @Test
    void anInterruptedRunIsContinuedAndADoneOneChangesNothing() throws Exception {
        FileHistory files = writeFiles();
        SqlConnection whole = database("whole");
        backfill("a", files, whole, "lake-a", (step, percent) -> {});

        SqlConnection broken = database("broken");
        assertThatThrownBy(() -> backfill("b", files, broken, "lake-b", breaksIn("fuel")));
        assertThatThrownBy(() -> backfill("b", files, broken, "lake-b", breaksIn("alarms")));
        BackfillResult result = backfill("b", files, broken, "lake-b", notAgain("fuel"));

        assertThat(result.doneBefore()).isFalse();
        assertThat(result.readings()).isGreaterThan(1_000);
        assertThat(SqlRows.of(broken).get("fuel_window")).hasSizeGreaterThan(300);
        assertThat(SqlRows.diff(SqlRows.of(whole), SqlRows.of(broken))).isEmpty();
        assertThat(windows("lake-b")).containsExactlyElementsOf(windows("lake-a"));
        assertThat(backfill("b", files, broken, "lake-b", notAgain("read")).doneBefore()).isTrue();

        SqlConnection fromLake = database("fromlake");
        Path lake = folder.resolve("lake-a");
        backfill("c", new LakeHistory(lake, TimeRange.ALL), fromLake, "lake-a", (s, p) -> {});
        assertThat(SqlRows.diff(SqlRows.of(whole), SqlRows.of(fromLake))).isEmpty();
        assertThat(windows("lake-a")).containsExactlyElementsOf(windows("lake-b"));
    }

    private static StepProgress breaksIn(String broken) {
        return (step, percent) -> {
            if (step.equals(broken) && percent >= 50) {
                throw new IllegalStateException("the test breaks this step");
            }
        };
    }

    private static StepProgress notAgain(String done) {
        return (step, percent) ->
                assertThat(!step.equals(done) || percent == StepProgress.ALL).isTrue();
    }

    private BackfillResult backfill(
            String data, History history, SqlConnection sql, String lake, StepProgress progress)
            throws Exception {
        BackfillSettings settings =
                new BackfillSettings(
                        folder.resolve(data),
                        TimeRange.ALL,
                        MineSites.of(mine),
                        Set.of(),
                        home.registry(),
                        StepSettings.DEFAULT,
                        sql,
                        folder.resolve(lake),
                        Duration.ofMillis(200));
        return new Backfill(settings, history, progress).run();
    }

    private List<String> windows(String lake) throws IOException {
        List<String> rows = new ArrayList<>();
        new LakeReader(folder.resolve(lake))
                .windows(
                        List.of("machine_id", "window_start", "readings", "fuel_l", "expected_l"),
                        row -> rows.add(row.toString()));
        return rows.stream().sorted().toList();
    }

    /** One NDJSON file for each kind of machine and stream, and a mapping for all. */
    private FileHistory writeFiles() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        Map<String, String> tables = new TreeMap<>();
        for (RawMessage message : RecordedDay.inTime(mine)) {
            String[] topic = message.topic().split("/");
            String name = topic[2] + "-" + topic[4];
            ObjectNode body = (ObjectNode) MineJson.mapper().readTree(message.payload());
            body.put("machine", topic[3]);
            Files.write(
                    files.resolve(name + ".ndjson"),
                    (body + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            tables.computeIfAbsent(name, unused -> table(name, topic[2], topic[4]));
        }
        String mapping =
                "site: "
                        + mine.site()
                        + "\nzone: UTC\ntables:\n"
                        + String.join("", tables.values());
        Path file = Files.writeString(folder.resolve("mapping.yaml"), mapping);
        return FileHistory.of(files + "/*.ndjson", file);
    }

    private static String table(String name, String kind, String stream) {
        StringBuilder text = new StringBuilder("  " + name + ":\n    format: ndjson\n");
        text.append("    file: '").append(name).append(".ndjson'\n");
        text.append("    kind: ").append(kind).append("\n    stream: ").append(stream);
        text.append("\n    machine: machine\n    time: time\n    timestamp: epoch-ms\n");
        Map<String, StreamFields.Field> fields =
                StreamFields.of(ReadingStream.fromTopicName(stream).orElseThrow());
        text.append(group(fields, "numbers", List.of(StreamFields.Kind.NUMBER)));
        text.append(
                group(fields, "texts", List.of(StreamFields.Kind.TEXT, StreamFields.Kind.STATE)));
        text.append(group(fields, "times", List.of(StreamFields.Kind.TIME)));
        return text.toString();
    }

    private static String group(
            Map<String, StreamFields.Field> fields, String name, List<StreamFields.Kind> kinds) {
        StringBuilder text = new StringBuilder("    " + name + ":\n");
        fields.values().stream()
                .filter(field -> kinds.contains(field.kind()) && !field.name().equals("time"))
                .filter(field -> field.name().equals(field.quantity()))
                .forEach(
                        field -> text.append("      " + field.name() + ": " + field.name() + "\n"));
        return text.toString();
    }

    private static SqlConnection database(String name) {
        return new SqlConnection("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
