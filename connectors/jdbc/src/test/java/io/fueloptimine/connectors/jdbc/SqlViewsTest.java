package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.quality.QualityHour;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two trucks over exactly two days: T1 with three cycles and a refuelling, T2 with one cycle. */
class SqlViewsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration CYCLE = Duration.ofSeconds(2160);

    private MineDatabase database;

    @BeforeEach
    void fill() throws SQLException {
        database = new MineDatabase();
        Instant last = START.plus(Duration.ofDays(2)).minus(CYCLE);
        List<HaulCycle> cycles =
                List.of(
                        MineRecords.cycle("c1", "T1", START, 300),
                        MineRecords.cycle("c2", "T1", START.plus(CYCLE), 310),
                        MineRecords.cycle("c3", "T1", last, 290),
                        MineRecords.cycle("c4", "T2", START, 100));
        SqlTables.write(database.connection(), MineTables.haulCycle(), cycles);
        database.write(MineTables.refuel(), MineRecords.refuel("T1", 540));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void tonnesPerDayAreOverTheSpanFromTheFirstAssignmentToTheLastEmptyBody() throws SQLException {
        assertThat(figures("SELECT cycles, trucks, tonnes, days, tonnes_per_day FROM v_fleet"))
                .containsExactly(4.0, 2.0, 1000.0, 2.0, 500.0);
    }

    @Test
    void daysAreCalendarDaysOfTheEmptyBody() throws SQLException {
        assertThat(database.rows("SELECT mine_day, cycles FROM v_fleet_day ORDER BY 1"))
                .containsExactly("2026-01-05|3", "2026-01-07|1");
    }

    @Test
    void litresPerTonneCountOnlyTrucksWhoseRefuellingsAreKnown() throws SQLException {
        assertThat(
                        figures(
                                "SELECT trucks, litres, tonnes, litres_per_tonne"
                                        + " FROM v_litres_per_tonne_by_refuels"))
                .containsExactly(1.0, 540.0, 900.0, 0.6);
    }

    @Test
    void timeSharesAreOfTheTrucksCalendarHoursAndSumToOne() throws SQLException {
        double calendarS = 2 * 2 * 86_400;

        List<Double> shares =
                figures(
                        "SELECT loaded, travelling_empty, shovel_queue, spot, loading, dump_queue,"
                                + " dumping, outside FROM v_time_shares");

        assertThat(shares.get(0)).isEqualTo(4 * 1100 / calendarS);
        assertThat(shares.get(1)).isEqualTo(4 * 500 / calendarS);
        assertThat(shares.stream().mapToDouble(share -> share).sum()).isEqualTo(1.0);
    }

    @Test
    void litresPerTonneByWindowsUseTheDaysTonnes() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 7.1));

        assertThat(
                        database.rows(
                                "SELECT mine_day, litres_per_tonne"
                                        + " FROM v_litres_per_tonne_by_windows"))
                .containsExactly("2026-01-05|0.01");
        assertThat(database.rows("SELECT operator_id, windows FROM v_fuel_by_operator"))
                .containsExactly("op-7|1");
    }

    @Test
    void namesTheSensorsOfTheLitres() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 7.1));

        assertThat(database.rows("SELECT machine_id, fuel_source, windows FROM v_fuel_source"))
                .containsExactly("T1|COUNTER|1");
    }

    @Test
    void windowsBetweenTwoRefuellingsAreComparedWithTheDispensedLitres() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 7.1));
        database.write(
                MineTables.refuel(), MineRecords.refuel("T1", MineRecords.AT.plusSeconds(60), 7.1));

        assertThat(database.rows("SELECT truck_id, dispensed_l, windows_l FROM v_refuel_interval"))
                .containsExactly("T1|7.1|7.1");
        assertThat(
                        database.rows(
                                "SELECT truck_id, intervals, windows_per_dispensed"
                                        + " FROM v_truck_reconciliation"))
                .containsExactly("T1|1|1");
    }

    /** Whole hours are read from their sums; the first and the last are completed by windows. */
    @Test
    void eachWindowBetweenTwoRefuellingsCountsOnce() throws SQLException {
        Instant midnight = MineRecords.AT.truncatedTo(ChronoUnit.DAYS);
        List<ScoredWindow> windows = new ArrayList<>();
        for (int minute = 0; minute < 24 * 60; minute++) {
            Instant start = midnight.plus(Duration.ofMinutes(minute));
            windows.add(MineRecords.window("T9", start, 0, 60, 1 + minute / 1_000.0));
        }
        SqlTables.write(database.connection(), MineTables.fuelWindow(), windows);
        Random random = new Random(5);
        Instant start = midnight.plusSeconds(60);
        for (int i = 0; i < 30; i++) {
            Instant end = start.plusSeconds(10 * random.nextInt(30));
            database.write(MineTables.refuel(), MineRecords.refuel("T9", start, end, 100));
            start = end.plusSeconds(120 + 10 * random.nextInt(500));
        }

        List<String> byWindows =
                database.rows(
                        "SELECT r.from_at, ROUND(SUM(w.fuel_l), 6), ROUND(SUM(w.covered_s)"
                                + " / DATEDIFF(SECOND, r.from_at, r.to_at), 9) FROM v_refuel_span r"
                                + " JOIN fuel_window w ON w.machine_id = r.truck_id AND"
                                + " w.window_start >= r.from_at AND w.window_end <= r.to_at"
                                + " GROUP BY r.from_at, r.to_at ORDER BY r.from_at");
        assertThat(byWindows).hasSize(29);
        assertThat(
                        database.rows(
                                "SELECT from_at, ROUND(windows_l, 6), ROUND(covered, 9)"
                                        + " FROM v_refuel_interval ORDER BY from_at"))
                .isEqualTo(byWindows);
    }

    @Test
    void aGapInTheWindowsGivesNoReconciliation() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 7.1));
        database.write(
                MineTables.refuel(), MineRecords.refuel("T1", MineRecords.AT.plusSeconds(600), 71));

        assertThat(database.rows("SELECT truck_id FROM v_refuel_interval")).hasSize(1);
        assertThat(database.rows("SELECT truck_id FROM v_truck_reconciliation")).isEmpty();
    }

    @Test
    void championAndChallengerAreComparedOnTheSameWindows() throws SQLException {
        List<ScoredWindow> windows =
                List.of(
                        MineRecords.window(0, 6.5)
                                .withInterval(5.5, 6.75)
                                .withChallenger(6.25, "2"),
                        MineRecords.window("T2", 0, 60, 8).withInterval(5.5, 6.75),
                        MineRecords.window("T3", 0, 60, 8));
        SqlTables.write(database.connection(), MineTables.fuelWindow(), windows);

        assertThat(
                        figures(
                                "SELECT windows, mean_absolute_error_l, bias_l, coverage"
                                        + " FROM v_model_error"))
                .containsExactly(3.0, 1.5, -1.5, 0.5);
        assertThat(
                        database.rows(
                                "SELECT model_version, challenger_version, windows, machines,"
                                        + " champion_mean_absolute_error_l,"
                                        + " challenger_mean_absolute_error_l, challenger_gain_l"
                                        + " FROM v_challenger"))
                .containsExactly("1|2|1|1|0.5|0.25|0.25");
    }

    @Test
    void rejectedMessagesAreCountedByHourAndRule() throws SQLException {
        database.write(MineTables.rejectedReading(), MineRecords.rejected());

        assertThat(database.rows("SELECT * FROM v_quality_hour"))
                .containsExactly("mine|2026-01-05 08:00:00|REJECTED|decode|1|0");
    }

    @Test
    void qualityIsSummedByMachineAndHourWithTheWorstRule() throws SQLException {
        QualityHour hour = new QualityHour("mine", "T1", START, 90, 30, 0, 4, 2, "decode", 20);
        QualityHour before = new QualityHour("mine", "T1", START, 40, 0, 0, 0, 0, null, 0);
        database.write(MineTables.qualityHour(), hour);
        database.write(MineTables.qualityHour(), before);

        assertThat(
                        database.rows(
                                "SELECT machine_id, received, valid, rejected_share, worst_rule"
                                        + " FROM v_quality_machine_hour"))
                .containsExactly("T1|120|90|0.25|decode");
    }

    @Test
    void aReplayIsKeptWhenTheReadingIsRejectedAgain() throws SQLException {
        database.write(MineTables.rejectedReading(), MineRecords.rejected());
        SqlTables.writeReplays(
                database.connection(),
                List.of(new DeadLetterReplay("q1", START.plusSeconds(1), 2)));
        database.write(MineTables.rejectedReading(), MineRecords.rejected());

        assertThat(database.rows("SELECT rule, replayed_at, replays FROM rejected_reading"))
                .containsExactly("decode|2026-01-05 08:00:01|2");
    }

    @Test
    void repliesAreCountedByTask() throws SQLException {
        database.write(DispatchTables.dispatchAssignment(), MineRecords.assignment());
        database.write(DispatchTables.assignmentReply(), MineRecords.reply(MineRecords.AT, true));

        assertThat(database.rows("SELECT task, accepted, unanswered FROM v_assignment_answer"))
                .containsExactly("LOAD|1|0");
    }

    private List<Double> figures(String sql) throws SQLException {
        String row = database.rows(sql).get(0);
        return List.of(row.split("\\|")).stream().map(Double::valueOf).toList();
    }
}
