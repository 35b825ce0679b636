package io.fueloptimine.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeWindowsTest {

    private static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");

    @TempDir Path lake;

    @Test
    void roundTripsWindows() throws Exception {
        FuelWindow full = window("T1", NOON, 60, 0, ProductionState.HAULING, 4.5);
        FuelWindow sparse = window("T2", NOON, 3, 0, null, null);
        write("date=2026-01-06/windows-1.parquet", full, sparse);

        assertThat(newest(Duration.ofHours(1))).containsExactly(full, sparse);
    }

    @Test
    void returnsTheWindowWithTheMostReadingsFromAnyFile() throws Exception {
        FuelWindow whole = window("T1", NOON, 60, 1, null, null);
        FuelWindow other = window("T2", NOON, 40, 0, null, null);
        write("date=2026-01-06/windows-1.parquet", whole);
        write("date=2026-01-06/windows-2.parquet", window("T1", NOON, 55, 2, null, null), other);

        assertThat(newest(Duration.ofHours(1))).containsExactly(whole, other);
    }

    @Test
    void returnsTheLastRevisionOfEquallyManyReadingsFromAnyFile() throws Exception {
        FuelWindow last = window("T1", NOON, 60, 2, null, null);
        FuelWindow other = window("T2", NOON, 60, 2, null, null);
        write("date=2026-01-06/windows-1.parquet", last, window("T2", NOON, 60, 1, null, null));
        write("date=2026-01-06/windows-2.parquet", window("T1", NOON, 60, 1, null, null), other);

        assertThat(newest(Duration.ofHours(1))).containsExactly(last, other);
    }

    @Test
    void returnsTheNewestSpanInOrderAcrossMidnight() throws Exception {
        Instant midnight = Instant.parse("2026-01-06T00:00:00Z");
        FuelWindow last = window("T1", midnight, 60, 0, null, null);
        FuelWindow before = window("T2", midnight.minusSeconds(60), 60, 0, null, null);
        FuelWindow old = window("T2", midnight.minusSeconds(120), 60, 0, null, null);
        write("date=2026-01-06/windows-1.parquet", last);
        write("date=2026-01-05/windows-2.parquet", before, old);

        assertThat(newest(Duration.ofMinutes(2))).containsExactly(before, last);
    }

    @Test
    void opensNoFileOfAnEarlierDay() throws Exception {
        write("date=2026-01-06/windows-1.parquet", window("T1", NOON, 60, 0, null, null));
        Path broken = lake.resolve("windows/date=2026-01-03/windows-9.parquet");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "no Parquet");

        assertThat(newest(Duration.ofHours(24))).hasSize(1);
    }

    @Test
    void readsAgainOnlyWhenTheFilesChange() throws Exception {
        LakeWindows windows = windowsOf(Duration.ofHours(1));
        write("date=2026-01-06/windows-1.parquet", window("T1", NOON, 60, 0, null, null));
        List<FuelWindow> first = windows.newest();

        assertThat(windows.newest()).isSameAs(first);
        write("date=2026-01-06/windows-2.parquet", window("T2", NOON, 60, 0, null, null));
        assertThat(windows.newest()).hasSize(2);
    }

    @Test
    void ignoresWindowsOfOtherMines() throws Exception {
        write("date=2026-01-06/windows-1.parquet", window("T1", NOON, 60, 0, null, null));
        LakeWindows others =
                new LakeWindows(lake, "hill", EquipmentKind.HAULTRUCK, Duration.ofHours(1));

        assertThat(newest(Duration.ofHours(1))).hasSize(1);
        assertThat(others.newest()).isEmpty();
    }

    @Test
    void aMissingLakeHasNoWindows() throws Exception {
        Path none = lake.resolve("none");
        assertThat(new LakeWindows(none, "mine", EquipmentKind.AUX, Duration.ZERO).newest())
                .isEmpty();
    }

    private List<FuelWindow> newest(Duration span) throws IOException {
        return windowsOf(span).newest();
    }

    private LakeWindows windowsOf(Duration span) {
        return new LakeWindows(lake, "mine", EquipmentKind.HAULTRUCK, span);
    }

    private void write(String name, FuelWindow... windows) throws IOException {
        Path file = lake.resolve("windows").resolve(name);
        Files.createDirectories(file.getParent());
        try (ParquetWriter<ScoredWindow> writer =
                LakeWriter.open(new LocalOutputFile(file), LakeTables::windows)) {
            for (FuelWindow window : windows) {
                writer.write(new ScoredWindow(window, 6, 0.5, 6.1, "fuel-window", "1"));
            }
        }
    }

    private static FuelWindow window(
            String machineId,
            Instant start,
            int readings,
            int revision,
            ProductionState state,
            Double ambientC) {
        return new FuelWindow(
                "mine",
                machineId,
                EquipmentKind.HAULTRUCK,
                "930E",
                state == null ? null : "op-1",
                start,
                start.plusSeconds(60),
                readings,
                revision,
                6.5,
                0.3,
                17.0,
                state == null ? Double.NaN : 1.5,
                306,
                10,
                2,
                3_500,
                80,
                1_800,
                0.9,
                0.1,
                ambientC,
                null,
                null,
                state,
                readings,
                state == null ? null : FuelSource.RATE,
                state == null ? null : 812.5);
    }
}
