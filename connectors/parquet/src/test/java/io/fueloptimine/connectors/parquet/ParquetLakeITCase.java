package io.fueloptimine.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetLakeITCase {

    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-01-05T23:59:00.125Z");

    @TempDir Path root;

    @Test
    void duckDbReadsTheFiles() throws Exception {
        StreamExecutionEnvironment env = environment();
        env.fromSequence(0, 9_999)
                .uid("numbers")
                .map(ParquetLakeITCase::telemetry)
                .returns(TypeInformation.of(Reading.class))
                .uid("readings")
                .sinkTo(ParquetLake.readings(root))
                .uid("lake");
        env.execute();

        String readings = "read_parquet('" + root + "/readings/*/*.parquet')";
        assertThat(
                        DuckDb.rows(
                                "SELECT date, COUNT(*), COUNT(DISTINCT sequence), SUM(sequence),"
                                        + " MIN(time), typeof(MIN(time)) FROM "
                                        + readings
                                        + " GROUP BY date ORDER BY date"))
                .containsExactly(
                        "2026-01-05|60|60|1770|2026-01-05 23:59:00.125|TIMESTAMP",
                        "2026-01-06|9940|9940|49993230|2026-01-06 00:00:00.125|TIMESTAMP");
        assertThat(
                        DuckDb.rows(
                                "SELECT kind, stream, production_state, fuel_rate_lph, speed_kph,"
                                        + " coolant_temp_c, truck_id, flags FROM "
                                        + readings
                                        + " WHERE sequence = 7"))
                .containsExactly("HAULTRUCK|TELEMETRY|HAULING|380.7|null|null|null|late,stuck");
        assertThat(hiddenFiles()).isEmpty();
    }

    /** The attack: one machine sends one reading of each of thousands of past days. */
    @Test
    void keepsFilesOfTwoHundredDatesOpenAndLosesNoRow() throws Exception {
        StreamExecutionEnvironment env = environment("1 h");
        env.fromSequence(0, 1_999)
                .uid("numbers")
                .map(day -> telemetry(day * 86_400))
                .returns(TypeInformation.of(Reading.class))
                .uid("readings")
                .sinkTo(ParquetLake.readings(root))
                .uid("lake");
        env.execute();

        String readings = "read_parquet('" + root + "/readings/*/*.parquet')";
        assertThat(
                        DuckDb.rows(
                                "SELECT COUNT(DISTINCT date) <= 400, COUNT(DISTINCT sequence)"
                                        + " FROM "
                                        + readings))
                .containsExactly("true|2000");
        assertThat(DuckDb.rows("SELECT COUNT(*) >= 1600 FROM " + readings + " WHERE date IS NULL"))
                .containsExactly("true");
    }

    @Test
    void streamsShareColumnsOfTheSameName() throws Exception {
        Refuel refuel = new Refuel("T9", BEFORE_MIDNIGHT, 1140, 2932, 18.0, null);
        StreamExecutionEnvironment env = environment();
        env.fromData(
                        TypeInformation.of(Reading.class),
                        reading(ReadingStream.REFUEL, 1, null, refuel))
                .uid("readings")
                .sinkTo(ParquetLake.readings(root))
                .uid("lake");
        env.execute();

        assertThat(
                        DuckDb.rows(
                                "SELECT stream, truck_id, started_at, dispensed_l, level_after_pct,"
                                        + " fuel_rate_lph FROM read_parquet('"
                                        + root
                                        + "/readings/*/*.parquet')"))
                .containsExactly("REFUEL|T9|2026-01-05 23:59:00.125|2932.0|null|null");
    }

    @Test
    void windowsAndCyclesAreSeparateTables() throws Exception {
        StreamExecutionEnvironment env = environment();
        env.fromData(TypeInformation.of(ScoredWindow.class), window())
                .uid("windows")
                .sinkTo(ParquetLake.windows(root))
                .uid("window-lake");
        env.fromData(TypeInformation.of(HaulCycle.class), cycle())
                .uid("cycles")
                .sinkTo(ParquetLake.cycles(root))
                .uid("cycle-lake");
        env.execute();

        assertThat(
                        DuckDb.rows(
                                "SELECT machine_id, window_start, revision, fuel_l, expected_l,"
                                        + " speed_std_kph, model_version FROM read_parquet('"
                                        + root
                                        + "/windows/*/*.parquet')"))
                .containsExactly("T1|2026-01-05 23:59:00.125|2|6.5|6.0|null|3");
        assertThat(
                        DuckDb.rows(
                                "SELECT cycle_id, empty_at, payload_t, efh_empty_m, date"
                                        + " FROM read_parquet('"
                                        + root
                                        + "/cycles/*/*.parquet')"))
                .containsExactly("c1|2026-01-05 23:59:00.125|306.0|null|2026-01-05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "ñ #1",
                "50%20",
                "a,b;c:d",
                "it's \"q\"",
                "{x}$y[z]*",
                "a+b&c=d?",
                " ends "
            })
    void writesToAFolderWithAnyName(String name) throws Exception {
        Path lake = root.resolve(name);
        StreamExecutionEnvironment env = environment();
        env.fromSequence(0, 9)
                .uid("numbers")
                .map(ParquetLakeITCase::telemetry)
                .returns(TypeInformation.of(Reading.class))
                .uid("readings")
                .sinkTo(ParquetLake.readings(lake))
                .uid("lake");
        env.execute();

        List<String> sequences = new ArrayList<>();
        new LakeReader(lake)
                .readings(
                        List.of("sequence"),
                        row -> sequences.add(String.valueOf(row.get("sequence"))));
        assertThat(sequences).hasSize(10).doesNotHaveDuplicates();
        assertThat(root).isDirectoryNotContaining(entry -> !entry.endsWith(name));
    }

    private List<Path> hiddenFiles() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
        }
    }

    private static StreamExecutionEnvironment environment() {
        return environment("200 ms");
    }

    private static StreamExecutionEnvironment environment(String checkpointInterval) {
        Configuration settings = new Configuration();
        settings.setString("pipeline.generic-types", "false");
        settings.setString("pipeline.auto-generate-uids", "false");
        settings.setString("restart-strategy.type", "none");
        settings.setString("execution.checkpointing.interval", checkpointInterval);
        return StreamExecutionEnvironment.createLocalEnvironment(2, settings);
    }

    static Reading telemetry(long number) {
        Telemetry telemetry =
                new Telemetry(
                        "930E",
                        "op-1",
                        ProductionState.HAULING,
                        380.0 + number % 100 / 10.0,
                        1000.5 + number,
                        80.0,
                        90.0 + number,
                        1800.0 + number,
                        12000.0 + number,
                        Double.NaN,
                        306.0 + number,
                        8.0 + number,
                        1.0 + number,
                        2.0 + number,
                        3500.0 + number,
                        null,
                        400.0 + number,
                        66.0 + number,
                        11.0 + number,
                        null,
                        null);
        return reading(ReadingStream.TELEMETRY, number, telemetry, null);
    }

    private static Reading reading(
            ReadingStream stream, long number, Telemetry telemetry, Refuel refuel) {
        return new Reading(
                "mine",
                EquipmentKind.HAULTRUCK,
                "T1",
                stream,
                number,
                BEFORE_MIDNIGHT.plusSeconds(number),
                BEFORE_MIDNIGHT,
                false,
                List.of("late", "stuck"),
                telemetry,
                null,
                refuel,
                null,
                null,
                null);
    }

    static ScoredWindow window() {
        FuelWindow window =
                new FuelWindow(
                        "mine",
                        "T1",
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        "op-1",
                        BEFORE_MIDNIGHT,
                        BEFORE_MIDNIGHT.plusSeconds(60),
                        60,
                        2,
                        6.5,
                        0.3,
                        17.0,
                        Double.NaN,
                        306,
                        10,
                        0,
                        3500,
                        80,
                        1800,
                        1,
                        0,
                        null,
                        null,
                        null,
                        ProductionState.HAULING,
                        60,
                        FuelSource.BOTH,
                        812.5);
        return new ScoredWindow(window, 6.0, 0.5, 6.2, "fuel-window", "3");
    }

    private static HaulCycle cycle() {
        Instant start = BEFORE_MIDNIGHT.minusSeconds(2700);
        return new HaulCycle(
                "c1",
                "mine",
                "T1",
                "930E",
                null,
                "SH1",
                "FACE-1",
                "CRUSHER",
                start,
                start.plusSeconds(600),
                start.plusSeconds(900),
                start.plusSeconds(2400),
                BEFORE_MIDNIGHT,
                306,
                null,
                null,
                500,
                60,
                40,
                300,
                1400,
                200,
                100,
                0,
                5000,
                5500,
                null,
                5800.0,
                250.0,
                190.0,
                "telemetry",
                List.of(),
                2510.0);
    }
}
