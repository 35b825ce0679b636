package io.fueloptimine.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeReaderTest {

    /** Written before scored windows had an interval and a challenger. */
    private static final Path OLDER_LAKE = Path.of("src/test/resources/lake-of-0.1.0-a");

    @TempDir Path lake;

    @Test
    void readsTheSelectedColumnsOfAllFinishedFiles() throws Exception {
        write("date=2026-01-05/readings-1.parquet", 1, 3);
        write("date=2026-01-06/readings-2.parquet", 3, 5);
        write("date=2026-01-06/.readings-3.parquet.inprogress", 5, 9);

        List<String> rows = new ArrayList<>();
        new LakeReader(lake)
                .readings(
                        List.of("machine_id", "sequence"),
                        row -> {
                            assertThat(row.getSchema().getFields()).hasSize(2);
                            rows.add(row.get("machine_id") + " " + row.get("sequence"));
                        });

        String machine = ParquetLakeITCase.telemetry(1).machineId();
        assertThat(rows)
                .containsExactly(machine + " 1", machine + " 2", machine + " 3", machine + " 4");
    }

    @Test
    void readsATableThatIsALinkToAnotherDisk(@TempDir Path disk) throws Exception {
        write("date=2026-01-05/readings-1.parquet", 1, 3);
        Files.move(lake.resolve("readings"), disk.resolve("readings"));
        Files.createSymbolicLink(lake.resolve("readings"), disk.resolve("readings"));

        List<String> rows = new ArrayList<>();
        new LakeReader(lake).readings(List.of("sequence"), row -> rows.add(row.toString()));

        assertThat(rows).hasSize(2);
    }

    @Test
    void readsNullsFromFilesWithoutAColumn() throws Exception {
        List<String> rows = new ArrayList<>();
        new LakeReader(OLDER_LAKE)
                .windows(
                        List.of("fuel_l", "model_version", "low_l", "challenger_version"),
                        row -> rows.add(row.toString()));

        String rest = "\"model_version\": \"1\", \"low_l\": null, \"challenger_version\": null}";
        assertThat(rows)
                .containsExactly(
                        "{\"fuel_l\": 6.5, " + rest,
                        "{\"fuel_l\": 7.5, " + rest,
                        "{\"fuel_l\": 8.5, " + rest);
    }

    @Test
    void duckDbReadsOlderAndNewerFilesTogether() throws Exception {
        Path newer = lake.resolve("windows.parquet");
        try (ParquetWriter<ScoredWindow> writer =
                LakeWriter.open(new LocalOutputFile(newer), LakeTables::windows)) {
            writer.write(
                    ParquetLakeITCase.window().withInterval(5.5, 7.5).withChallenger(6.25, "4"));
        }

        assertThat(
                        DuckDb.rows(
                                "SELECT fuel_l, low_l, high_l, challenger_l, challenger_version"
                                        + " FROM read_parquet(['"
                                        + OLDER_LAKE
                                        + "/windows/*/*.parquet', '"
                                        + newer
                                        + "'], union_by_name = true) ORDER BY fuel_l, low_l"
                                        + " NULLS LAST LIMIT 2"))
                .containsExactly("6.5|5.5|7.5|6.25|4", "6.5|null|null|null|null");
    }

    @Test
    void aMissingLakeHasNoRows() throws Exception {
        new LakeReader(lake.resolve("none"))
                .windows(
                        List.of("readings"),
                        row -> {
                            throw new AssertionError("no row was expected, not " + row);
                        });
    }

    @Test
    void namesACorruptFile() throws Exception {
        Path broken = lake.resolve("readings/date=2026-01-05/readings-9.parquet");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "no Parquet");

        LakeReader reader = new LakeReader(lake);

        assertThatThrownBy(() -> reader.readings(List.of("sequence"), row -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(broken.toString());
    }

    private void write(String name, long from, long to) throws IOException {
        Path file = lake.resolve("readings").resolve(name);
        Files.createDirectories(file.getParent());
        try (ParquetWriter<Reading> writer =
                LakeWriter.open(new LocalOutputFile(file), LakeTables::readings)) {
            for (long number = from; number < to; number++) {
                writer.write(ParquetLakeITCase.telemetry(number));
            }
        }
    }
}
