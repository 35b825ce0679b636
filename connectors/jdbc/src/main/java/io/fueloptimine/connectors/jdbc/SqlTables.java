package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.site.MineSite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Creates a sink for each table, and directly writes records that no stream contains.
 *
 * <p>Sinks are at-least-once. Every write is an upsert on the natural key, so that a repeat changes
 * nothing. If a table orders its rows by age, an older row never replaces a newer one. Rows are
 * written in batches of 500 or after one second, and before every checkpoint, in the order of their
 * keys. While the server does not answer, the sink waits and the job with it. A row whose values
 * the table refuses becomes a dead letter in {@code rejected_reading}; its batch is written. Any
 * other fault fails the job, which restarts from its checkpoint.
 *
 * <p>Key the stream by the table's key before its sink, because two subtasks that write the same
 * row block each other.
 */
public final class SqlTables {

    private SqlTables() {}

    /**
     * Creates an output of a job, which writes a stream with one of this class's sinks. The step in
     * the job graph has the name of the table. Its uid is {@code sql-} and the name of the table
     * with dashes instead of underscores.
     *
     * @param table the name of the table, such as {@code fuel_window}; if several steps write one
     *     table, each step needs a different name
     */
    public static <T> Consumer<DataStream<T>> output(String table, Sink<T> sink) {
        return stream ->
                stream.sinkTo(sink)
                        .uid("sql-" + table.replace('_', '-'))
                        .name("SQL table " + table);
    }

    /** The sink of {@code fuel_window}, whose key is site, machine and start. */
    public static Sink<ScoredWindow> fuelWindows(SqlConnection connection) {
        return sink(MineTables.fuelWindow(), connection);
    }

    /** The sink of {@code haul_cycle}, whose key is the cycle's id. */
    public static Sink<HaulCycle> haulCycles(SqlConnection connection) {
        return sink(MineTables.haulCycle(), connection);
    }

    /**
     * The sink of {@code refuel}, whose key is site, truck and start. It accepts any readings and
     * writes those of the stream REFUEL.
     */
    public static Sink<Reading> refuels(SqlConnection connection) {
        return sink(MineTables.refuel(), connection);
    }

    /** The sink of {@code tank_event}, whose key is the event's id. */
    public static Sink<TankEvent> tankEvents(SqlConnection connection) {
        return sink(TankTables.tankEvent(), connection);
    }

    /** The sink of {@code fuel_reconciliation}, whose key is the interval's id. */
    public static Sink<FuelReconciliation> fuelReconciliations(SqlConnection connection) {
        return sink(TankTables.fuelReconciliation(), connection);
    }

    /** The sink of {@code alert}, whose key is the alert's id. */
    public static Sink<Alert> alerts(SqlConnection connection) {
        return sink(AlarmTables.alert(), connection);
    }

    /** The sink of {@code alert_state}, whose key is the alert's id, the time and the change. */
    public static Sink<Alert> alertStates(SqlConnection connection) {
        return sink(AlarmTables.alertState(), connection);
    }

    /** The sink of {@code drift_event}, whose key is the event's id. */
    public static Sink<DriftEvent> driftEvents(SqlConnection connection) {
        return sink(MineTables.driftEvent(), connection);
    }

    /** The sink of {@code road_excess}, whose key is site, segment and time. */
    public static Sink<RoadExcess> roadExcesses(SqlConnection connection) {
        return sink(MineTables.roadExcess(), connection);
    }

    /**
     * The sink of {@code rejected_reading}, whose key is the record's id. It accepts quality
     * records with any verdict.
     */
    public static Sink<QualityRecord> rejectedReadings(SqlConnection connection) {
        return sink(MineTables.rejectedReading(), connection);
    }

    /** The sink of {@code quality_hour}, whose key is site, machine and hour. */
    public static Sink<QualityHour> qualityHours(SqlConnection connection) {
        return sink(MineTables.qualityHour(), connection);
    }

    /** The sink of {@code dispatch_plan}, whose key is the plan's id. */
    public static Sink<DispatchPlan> plans(SqlConnection connection) {
        return sink(DispatchTables.dispatchPlan(), connection);
    }

    /**
     * The sink of {@code dispatch_assignment}, whose key is the assignment's id. It does not change
     * the columns of the reply.
     */
    public static Sink<DispatchAssignment> assignments(SqlConnection connection) {
        return sink(DispatchTables.dispatchAssignment(), connection);
    }

    /**
     * The sink of the reply columns of {@code dispatch_assignment}. A reply may arrive before its
     * assignment. The sink accepts readings of the stream REPLY only.
     */
    public static Sink<Reading> replies(SqlConnection connection) {
        return sink(DispatchTables.assignmentReply(), connection);
    }

    /** The sink of {@code fuel_saving}, whose key is the saving's id. */
    public static Sink<FuelSaving> savings(SqlConnection connection) {
        return sink(DispatchTables.fuelSaving(), connection);
    }

    /** The sink of {@code ledger_shift}, whose key is the ledger's id. */
    public static Sink<LedgerShift> ledgerShifts(SqlConnection connection) {
        return sink(DispatchTables.ledgerShift(), connection);
    }

    /** The sink of {@code shutdown_advice}, whose key is the advice's id. */
    public static Sink<ShutdownAdvice> shutdownAdvice(SqlConnection connection) {
        return sink(AdviceTables.shutdownAdvice(), connection);
    }

    /** The sink of {@code payload_advice}, whose key is the advice's id. */
    public static Sink<PayloadAdvice> payloadAdvice(SqlConnection connection) {
        return sink(AdviceTables.payloadAdvice(), connection);
    }

    /** The sink of {@code data_drift}, whose key is site, machine class, feature and time. */
    public static Sink<DataDrift> dataDrift(SqlConnection connection) {
        return sink(DriftTables.dataDrift(), connection);
    }

    /** The sink of {@code consumption_outlier}, whose key is site, kind, code and time. */
    public static Sink<ConsumptionOutlier> consumptionOutliers(SqlConnection connection) {
        return sink(AdviceTables.consumptionOutlier(), connection);
    }

    /**
     * The sink of state, place, payload and level in {@code equipment_state}. It accepts any
     * readings and writes those of the stream STATE.
     */
    public static Sink<Reading> latestStates(SqlConnection connection) {
        return sink(EquipmentStateTables.state(), connection);
    }

    /** The sink of the newest minute in {@code equipment_state}. */
    public static Sink<ScoredWindow> latestWindows(SqlConnection connection) {
        return sink(EquipmentStateTables.window(), connection);
    }

    /** The sink of the alarm that changed last in {@code equipment_state}. */
    public static Sink<Alert> latestAlarms(SqlConnection connection) {
        return sink(EquipmentStateTables.alarm(), connection);
    }

    /** The sink of the last assignment in {@code equipment_state}. */
    public static Sink<DispatchAssignment> latestAssignments(SqlConnection connection) {
        return sink(EquipmentStateTables.assignment(), connection);
    }

    /**
     * Writes fuel windows and their hourly sums at once, over one connection and in the batches of
     * the sink. A fault is not repeated.
     */
    public static void writeWindows(SqlConnection connection, List<ScoredWindow> windows)
            throws SQLException {
        try (SqlBatch<ScoredWindow> batch =
                new SqlBatch<>(MineTables.fuelWindow(), connection, Clock.systemUTC())) {
            for (int from = 0; from < windows.size(); from += SqlSinkWriter.BATCH_ROWS) {
                int until = Math.min(windows.size(), from + SqlSinkWriter.BATCH_ROWS);
                batch.writeAll(windows.subList(from, until));
            }
            batch.sumUp();
        }
    }

    /**
     * Adds up the hours of one machine in {@code fuel_hour} again, for windows that were not
     * written by a sink. The caller commits.
     *
     * @param from in the first hour
     * @param until the end, exclusive; an hour that begins before it is added up as a whole
     */
    public static void sumUpWindows(
            Connection connection, String site, String machineId, Instant from, Instant until)
            throws SQLException {
        FuelHours.sumUp(connection, site, machineId, from, until);
    }

    /** Writes a mine's road segments into {@code road_segment}. */
    public static void writeRoads(SqlConnection connection, MineSite mine, Instant at)
            throws SQLException {
        write(connection, RoadRow.columns(), RoadRow.of(mine, at));
    }

    /** Writes a mine's machines into {@code equipment}. */
    public static void writeEquipment(SqlConnection connection, MineSite mine, Instant at)
            throws SQLException {
        write(connection, MineTables.equipment(), Equipment.of(mine, at));
    }

    /** Writes model versions into {@code model_version}. */
    public static void writeModelVersions(SqlConnection connection, List<ModelVersion> versions)
            throws SQLException {
        write(connection, MineTables.modelVersion(), versions);
    }

    /** Writes the outcome of a retraining request into {@code retraining}. */
    public static void writeRetraining(SqlConnection connection, RetrainingOutcome outcome)
            throws SQLException {
        write(connection, MineTables.retraining(), List.of(outcome));
    }

    /** Marks records of {@code rejected_reading} as sent again. */
    public static void writeReplays(SqlConnection connection, List<DeadLetterReplay> replays)
            throws SQLException {
        write(connection, MineTables.deadLetterReplay(), replays);
    }

    static <T> Sink<T> sink(SqlTable<T> table, SqlConnection connection) {
        return new SqlSink<>(table, connection);
    }

    static <T> void write(SqlConnection connection, SqlTable<T> table, List<T> rows)
            throws SQLException {
        try (SqlBatch<T> batch = new SqlBatch<>(table, connection, Clock.systemUTC())) {
            batch.writeAll(rows);
            batch.sumUp();
        }
    }
}
