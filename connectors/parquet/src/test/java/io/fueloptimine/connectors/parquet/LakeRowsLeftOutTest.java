package io.fueloptimine.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of the lake that cannot be read, as another program may write it, leaves the others. */
class LakeRowsLeftOutTest {

    private static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");

    @TempDir Path lake;

    private LakeWindows windows;

    @BeforeEach
    void openTheLake() {
        windows = new LakeWindows(lake, "mine", EquipmentKind.HAULTRUCK, Duration.ofHours(1));
    }

    @Test
    void namesFileFieldValueAndRow() throws IOException {
        write(
                row -> {},
                row -> row.put("production_state", "FLYING"),
                row -> row.put("machine_id", "T/1"),
                row -> row.put("window_start", null),
                row -> row.put("readings", null),
                row -> row.put("production_state", "FLYING"));

        assertThat(windows.newest()).hasSize(1);
        assertThat(windows.leftOut())
                .hasSize(4)
                .anyMatch(
                        line ->
                                line.startsWith("Rows left out: 2 of ")
                                        && line.contains(
                                                "windows-1.parquet: production_state is 'FLYING', expected one of [")
                                        && line.endsWith("; first: row 2"))
                .anyMatch(line -> line.contains("FuelWindow.machineId is T/1, expected a name"))
                .anyMatch(line -> line.contains("FuelWindow.start is null, expected a value"))
                .anyMatch(line -> line.contains("readings is missing, expected a value"));
    }

    @Test
    void namesTheSitesOfTheOtherRows() throws IOException {
        write(row -> row.put("site", "hill"), row -> row.put("site", "pit"));

        assertThat(windows.newest()).isEmpty();
        assertThat(windows.leftOut()).isEmpty();
        assertThat(windows.sites()).containsExactly("hill", "pit");
    }

    @Test
    void boundsTheReasons() throws IOException {
        @SuppressWarnings("unchecked")
        Consumer<GenericRecord>[] many = new Consumer[300];
        for (int i = 0; i < many.length; i++) {
            String name = "T/" + i;
            many[i] = row -> row.put("machine_id", name);
        }
        write(many);

        assertThat(windows.newest()).isEmpty();
        assertThat(windows.leftOut()).hasSize(101);
        assertThat(windows.leftOut())
                .anyMatch(
                        line ->
                                line.contains("Rows left out: 200 of ")
                                        && line.contains("further"));
    }

    /** Days that do not exist, and files that another program put there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "date=2026-02-30",
                "date=2026-13-01",
                "date=",
                "date=99999-01-01",
                "day",
                ""
            })
    void readsFilesWhoseFolderNamesNoDay(String folder) throws IOException {
        write(folder, row -> {});

        assertThat(windows.newest()).hasSize(1);
    }

    @SafeVarargs
    private void write(Consumer<GenericRecord>... changes) throws IOException {
        write("date=2026-01-06", changes);
    }

    @SafeVarargs
    private void write(String folder, Consumer<GenericRecord>... changes) throws IOException {
        LakeTable<ScoredWindow> table = LakeTables.windows();
        Path file = lake.resolve("windows").resolve(folder).resolve("windows-1.parquet");
        Files.createDirectories(file.getParent());
        try (ParquetWriter<GenericRecord> writer =
                AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                        .withSchema(table.schema())
                        .withDataModel(GenericData.get())
                        .build()) {
            for (int i = 0; i < changes.length; i++) {
                GenericRecord row =
                        table.row(
                                new ScoredWindow(
                                        window(NOON.plusSeconds(60L * i)),
                                        6,
                                        0.5,
                                        6.1,
                                        "fuel-window",
                                        "1"));
                changes[i].accept(row);
                writer.write(row);
            }
        }
    }

    private static FuelWindow window(Instant start) {
        return new FuelWindow(
                "mine",
                "T1",
                EquipmentKind.HAULTRUCK,
                "930E",
                "op-1",
                start,
                start.plusSeconds(60),
                60,
                0,
                6.5,
                0.3,
                17.0,
                1.5,
                306,
                10,
                2,
                3_500,
                80,
                1_800,
                0.9,
                0.1,
                null,
                null,
                null,
                ProductionState.HAULING);
    }
}
