package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTableTest {

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
    void writingTwiceChangesNothing() throws SQLException {
        for (int i = 0; i < 2; i++) {
            database.write(MineTables.fuelWindow(), MineRecords.window(0, 6.5));
            database.write(MineTables.refuel(), MineRecords.refuel("T1", 2900));
        }

        assertThat(database.rows("SELECT COUNT(*) FROM fuel_window")).containsExactly("1");
        assertThat(database.rows("SELECT truck_id, dispensed_l, bay_id FROM refuel"))
                .containsExactly("T1|2900.0|BAY-1");
    }

    @Test
    void anOlderRevisionDoesNotReplaceANewer() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(2, 60, 7.0));
        database.write(MineTables.fuelWindow(), MineRecords.window(1, 55, 6.5));

        assertThat(database.rows("SELECT revision, fuel_l FROM fuel_window"))
                .containsExactly("2|7.0");
    }

    @Test
    void aCompleteWindowReplacesLaterRevisionsWithFewerReadings() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 50, 6.0));
        database.write(MineTables.fuelWindow(), MineRecords.window(1, 55, 6.5));
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 60, 7.0));

        assertThat(database.rows("SELECT readings, fuel_l FROM fuel_window"))
                .containsExactly("60|7.0");
    }

    @Test
    void aWindowHasItsIntervalAndTheChallengersExpectation() throws SQLException {
        database.write(
                MineTables.fuelWindow(),
                MineRecords.window(0, 6.5).withInterval(5.5, 6.75).withChallenger(6.25, "2"));
        String columns = "SELECT low_l, high_l, challenger_l, challenger_version FROM fuel_window";
        assertThat(database.rows(columns)).containsExactly("5.5|6.75|6.25|2");

        database.write(MineTables.fuelWindow(), MineRecords.window(0, 6.5));
        assertThat(database.rows(columns)).containsExactly("null|null|null|null");
    }

    @Test
    void aRetrainingRequestHasItsLatestOutcome() throws SQLException {
        SqlTables.writeRetraining(database.connection(), MineRecords.retrained(20, 2));
        SqlTables.writeRetraining(database.connection(), MineRecords.retrained(10, null));

        assertThat(
                        database.rows(
                                "SELECT request_id, verdict, champion_version, candidate_version,"
                                        + " asked_at, gain_low_pct FROM retraining"))
                .containsExactly("r1|PROMOTED|1|2|null|52.5");
    }

    @Test
    void aNewScoreOfTheSameReadingsReplacesTheOld() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 6.5));
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 6.75));

        assertThat(database.rows("SELECT fuel_l, residual_l FROM fuel_window"))
                .containsExactly("6.75|0.75");
    }

    @Test
    void aClearedAlertStaysClearedWhateverTheOrder() throws SQLException {
        database.write(AlarmTables.alert(), MineRecords.alert(null));
        assertThat(database.rows("SELECT machine_id FROM v_open_alert")).containsExactly("T1");

        database.write(AlarmTables.alert(), MineRecords.alert(MineRecords.AT.plusSeconds(60)));
        database.write(AlarmTables.alert(), MineRecords.alert(null));

        assertThat(database.rows("SELECT machine_id FROM v_open_alert")).isEmpty();
        assertThat(database.rows("SELECT message, evidence FROM alert"))
                .containsExactly("Motor encendido|{\"idleMin\":12.0}");
    }

    @Test
    void aReplyMayArriveBeforeItsAssignment() throws SQLException {
        database.write(DispatchTables.assignmentReply(), MineRecords.reply(MineRecords.AT, false));
        database.write(DispatchTables.dispatchAssignment(), MineRecords.assignment());

        assertThat(
                        database.rows(
                                "SELECT truck_id, task, route_segment_ids, reply_status,"
                                        + " reply_detail FROM dispatch_assignment"))
                .containsExactly("T1|LOAD|R1,R2|Rejected|road blocked");
    }

    @Test
    void anAssignmentWrittenAgainKeepsItsReplyAndAnOlderReplyIsIgnored() throws SQLException {
        database.write(DispatchTables.dispatchAssignment(), MineRecords.assignment());
        database.write(
                DispatchTables.assignmentReply(),
                MineRecords.reply(MineRecords.AT.plusSeconds(5), true));
        database.write(
                DispatchTables.assignmentReply(),
                MineRecords.reply(MineRecords.AT.plusSeconds(1), false));
        database.write(DispatchTables.dispatchAssignment(), MineRecords.assignment());

        assertThat(database.rows("SELECT task, reply_status FROM dispatch_assignment"))
                .containsExactly("LOAD|Accepted");
    }

    @Test
    void aSavingGrowsWithItsSpan() throws SQLException {
        database.write(
                DispatchTables.fuelSaving(),
                MineRecords.saving(MineRecords.AT.plusSeconds(120), 40.5));
        database.write(
                DispatchTables.fuelSaving(),
                MineRecords.saving(MineRecords.AT.plusSeconds(60), 20));

        assertThat(database.rows("SELECT litres FROM v_dispatch_saving")).containsExactly("40.5");
    }

    @Test
    void theTotalOfMeasuredSavingsAddsNoiseAsSquaresAndTheFitAsItIs() throws SQLException {
        database.write(DispatchTables.ledgerShift(), MineRecords.measuredShift(1, 100));
        database.write(DispatchTables.ledgerShift(), MineRecords.measuredShift(2, -20));

        List<String> total =
                database.rows(
                        "SELECT shifts_measured, ROUND(low_l, 1), ROUND(high_l, 1), saved_share"
                                + " FROM v_saving_total");

        assertThat(total).containsExactly("2|-10.6|170.6|0.04");
    }

    @Test
    void unsupportedValuesBecomeNullAndTimesAreUtc() throws SQLException {
        database.write(MineTables.fuelWindow(), MineRecords.window(0, 6.5));
        database.write(MineTables.rejectedReading(), MineRecords.rejected());

        assertThat(database.rows("SELECT speed_std_kph, window_start FROM fuel_window"))
                .containsExactly("null|2026-01-05 08:00:00.125");
        assertThat(database.rows("SELECT event_time, LEN(observed), payload FROM rejected_reading"))
                .containsExactly("null|5000|" + database.rows("SELECT X'00ff41'").get(0));
    }

    @Test
    void longTextsAreTruncatedAndLongIdsStayDifferent() throws SQLException {
        String stem = "x".repeat(300);
        for (String id : new String[] {stem + "1", stem + "2"}) {
            database.write(
                    MineTables.haulCycle(), MineRecords.cycle(id, "T1", MineRecords.AT, 300));
        }

        assertThat(database.rows("SELECT LEN(cycle_id), flags FROM haul_cycle"))
                .containsExactly("200|payload-between,repeated", "200|payload-between,repeated");
    }

    @Test
    void aKeyThatSqlCannotStoreIsReplacedByTheNearestValue() throws SQLException {
        database.write(MineTables.refuel(), MineRecords.refuel(null, Instant.MAX, 2900));

        assertThat(database.rows("SELECT truck_id, started_at, dispensed_l FROM refuel"))
                .containsExactly("|9999-12-31 23:59:59.999|2900.0");
    }

    @Test
    void sqlServerMergesUnderALockWithBracketedNames() {
        String upsert = DispatchTables.assignmentReply().upsert(SqlDialect.SQL_SERVER);

        assertThat(upsert)
                .isEqualTo(
                        "MERGE INTO dispatch_assignment WITH (HOLDLOCK) AS t USING (SELECT"
                                + " CAST(? AS NVARCHAR(200)) AS [assignment_id],"
                                + " CAST(? AS NVARCHAR(50)) AS [reply_status],"
                                + " CAST(? AS NVARCHAR(MAX)) AS [reply_detail],"
                                + " CAST(? AS DATETIME2(3)) AS [replied_at]) AS s"
                                + " ON (t.[assignment_id] = s.[assignment_id])"
                                + " WHEN MATCHED AND (t.[replied_at] IS NULL"
                                + " OR s.[replied_at] >= t.[replied_at]) THEN UPDATE SET"
                                + " [reply_status] = s.[reply_status],"
                                + " [reply_detail] = s.[reply_detail],"
                                + " [replied_at] = s.[replied_at]"
                                + " WHEN NOT MATCHED THEN INSERT ([assignment_id],"
                                + " [reply_status], [reply_detail], [replied_at])"
                                + " VALUES (s.[assignment_id], s.[reply_status],"
                                + " s.[reply_detail], s.[replied_at]);");
    }
}
