package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FuelHoursTest {

    private static final String SUMS =
            "SELECT machine_id, SUM(windows), SUM(fuel_l), SUM(absolute_error_l), SUM(lph_375) FROM"
                    + " fuel_hour GROUP BY machine_id ORDER BY machine_id";

    private MineDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        database = new MineDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void theHoursEqualTheWindowsWhateverTheOrderOfRevisions() throws Exception {
        List<ScoredWindow> rows = new ArrayList<>();
        for (int truck = 0; truck < 3; truck++) {
            for (int readings = 57; readings <= 60; readings++) {
                rows.add(MineRecords.window("T" + truck, 60 - readings, readings, readings / 9.0));
            }
        }
        Collections.shuffle(rows, new Random(1));
        for (int from = 0; from < rows.size(); from += 4) {
            SqlTables.write(
                    database.connection(), MineTables.fuelWindow(), rows.subList(from, from + 4));
        }

        assertThat(database.rows(SUMS))
                .hasSize(3)
                .isEqualTo(
                        database.rows(
                                "SELECT machine_id, COUNT(*), SUM(fuel_l), SUM(ABS(residual_l)),"
                                        + " SUM(CASE WHEN fuel_l / covered_s * 3600 >= 375 AND"
                                        + " fuel_l / covered_s * 3600 < 400 THEN 1 ELSE 0 END) FROM"
                                        + " fuel_window GROUP BY machine_id ORDER BY machine_id"));
    }

    @Test
    void anHourHasARowForEachSensorAndChallenger() throws SQLException {
        Instant hour = MineRecords.AT.truncatedTo(ChronoUnit.HOURS);
        SqlTables.write(
                database.connection(),
                MineTables.fuelWindow(),
                List.of(
                        windowAt(hour, 0, 5),
                        windowAt(hour, 1, 6).withChallenger(5.5, "2"),
                        windowAt(hour, 2, 7).withChallenger(8, "2")));

        assertThat(
                        database.rows(
                                "SELECT fuel_source, challenger_version, windows, compared_windows,"
                                        + " challenger_error_l FROM fuel_hour ORDER BY windows"))
                .containsExactly("COUNTER||1|0|null", "COUNTER|2|2|2|1.5");
    }

    /** The database need not divide twice for each of 26 columns. */
    @Test
    void theBurnRateOfAWindowIsComputedOnce() {
        assertThat(FuelHours.INSERT.split(Pattern.quote(FuelHours.LPH), -1)).hasSize(2);
    }

    @Test
    void aRevisionWithAnotherModelLeavesNoRowOfTheFormerOne() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 6.5));
        String versions = "SELECT model_version, windows FROM fuel_hour";
        String before = database.rows(versions).get(0);
        ScoredWindow again =
                new ScoredWindow(
                        MineRecords.window(0, 6.5).window(),
                        6,
                        0.5,
                        6,
                        "new",
                        "9",
                        null,
                        null,
                        null,
                        null);
        database.write(MineTables.fuelWindow(), again);

        assertThat(database.rows(versions)).containsExactly("9|1").doesNotContain(before);
    }

    @Test
    void aLateWindowDoesNotReplaceTheSumOfDeletedWindows() throws SQLException {
        Instant hour = MineRecords.AT.truncatedTo(ChronoUnit.HOURS);
        for (int minute = 0; minute < 4; minute++) {
            database.write(MineTables.fuelWindow(), windowAt(hour, minute, 5));
        }
        try (Connection connection = database.connection().open()) {
            SqlRetention.delete(connection, "fuel_window", hour.plus(Duration.ofHours(1)));
        }
        String sums = "SELECT windows, fuel_l FROM fuel_hour ORDER BY hour_start";

        database.write(MineTables.fuelWindow(), windowAt(hour, 2, 50));
        assertThat(database.rows("SELECT fuel_l FROM fuel_window")).containsExactly("50.0");
        assertThat(database.rows(sums)).containsExactly("4|20.0");

        database.write(MineTables.fuelWindow(), windowAt(hour, 60, 7));
        assertThat(database.rows(sums)).containsExactly("4|20.0", "1|7.0");
        for (int minute = 0; minute < 4; minute++) {
            database.write(MineTables.fuelWindow(), windowAt(hour, minute, 6));
        }
        assertThat(database.rows(sums)).containsExactly("4|24.0", "1|7.0");
    }

    private static ScoredWindow windowAt(Instant hour, int minute, double fuelL) {
        return MineRecords.window("T1", hour.plus(Duration.ofMinutes(minute)), 0, 60, fuelL);
    }

    @Test
    void aSinkAddsUpBeforeACheckpoint() throws Exception {
        try (var sink =
                new OneInputStreamOperatorTestHarness<ScoredWindow, Object>(
                        (SinkWriterOperatorFactory)
                                new SinkWriterOperatorFactory<>(
                                        SqlTables.fuelWindows(database.connection())))) {
            sink.open();
            sink.processElement(MineRecords.window(0, 6.5), 0);
            sink.setProcessingTime(1_000);
            assertThat(database.rows("SELECT fuel_l FROM fuel_window")).containsExactly("6.5");
            assertThat(database.rows(SUMS)).isEmpty();

            sink.prepareSnapshotPreBarrier(1);
            assertThat(database.rows("SELECT windows, fuel_l FROM fuel_hour"))
                    .containsExactly("1|6.5");
        }
    }

    @Test
    void theMigrationAddsUpTheWindowsInTheSameWay() throws Exception {
        for (String dialect : List.of("h2", "sqlserver")) {
            String migration = SqlScript.migrations(dialect).replaceAll("\\s+", " ");
            assertThat(migration)
                    .contains("INSERT INTO fuel_hour (" + FuelHours.COLUMNS + ") SELECT")
                    .contains(
                            ") SELECT site, machine_id, hour_start, " + FuelHours.SUMS + " FROM (")
                    .contains("(SELECT *, " + FuelHours.LPH + " AS lph, DATEADD(HOUR,")
                    .contains(" GROUP BY " + FuelHours.GROUPS + ", hour_start;");
        }
    }
}
