package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.FuelSaving;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.RetrainingOutcome;
import io.fueloptimine.models.mine.ScoredWindow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A sink for each table, and direct writes for records that no stream contains.
 *
 * <p>Sinks are at-least-once. Every write is an upsert on the natural key, so that a repeat changes
 * nothing. If a table orders its rows by age, an older row never replaces a newer one. Rows are
 * written in batches of 500 or after one second, and before every checkpoint. A failed statement is
 * repeated five times, with a pause that grows by one second each time; then the job restarts.
 *
 * <p>Key the stream by the table's key before its sink, because two writers of one row block each
 * other.
 */
public final class SqlTables {

    private static final JdbcExecutionOptions BATCHES =
            JdbcExecutionOptions.builder()
                    .withBatchSize(500)
                    .withBatchIntervalMs(1_000)
                    .withMaxRetries(5)
                    .build();

    private SqlTables() {}

    /**
     * An output of a job: writes the stream with one of this class's sinks. The step is named after
     * the table and has the uid {@code sql-} and the table, underscores as dashes.
     *
     * @param table such as {@code fuel_window}; what is written of a table in several steps has an
     *     own name for each
     */
    public static <T> Consumer<DataStream<T>> output(String table, Sink<T> sink) {
        return stream ->
                stream.sinkTo(sink)
                        .uid("sql-" + table.replace('_', '-'))
                        .name("SQL table " + table);
    }

    /** {@code fuel_window}, keyed by site, machine and start. */
    public static Sink<ScoredWindow> fuelWindows(SqlConnection connection) {
        return sink(MineTables.fuelWindow(), connection);
    }

    /** {@code haul_cycle}, keyed by its id. */
    public static Sink<HaulCycle> haulCycles(SqlConnection connection) {
        return sink(MineTables.haulCycle(), connection);
    }

    /** {@code refuel}, keyed by site, truck and start. Takes readings of stream REFUEL only. */
    public static Sink<Reading> refuels(SqlConnection connection) {
        return sink(MineTables.refuel(), connection);
    }

    /** {@code alert}, keyed by its id. */
    public static Sink<Alert> alerts(SqlConnection connection) {
        return sink(MineTables.alert(), connection);
    }

    /** {@code drift_event}, keyed by its id. */
    public static Sink<DriftEvent> driftEvents(SqlConnection connection) {
        return sink(MineTables.driftEvent(), connection);
    }

    /** {@code rejected_reading}, keyed by its id; all verdicts. */
    public static Sink<QualityRecord> rejectedReadings(SqlConnection connection) {
        return sink(MineTables.rejectedReading(), connection);
    }

    /** {@code quality_hour}, keyed by site, machine and hour. */
    public static Sink<QualityHour> qualityHours(SqlConnection connection) {
        return sink(MineTables.qualityHour(), connection);
    }

    /** {@code dispatch_plan}, keyed by its id. */
    public static Sink<DispatchPlan> plans(SqlConnection connection) {
        return sink(DispatchTables.dispatchPlan(), connection);
    }

    /** {@code dispatch_assignment}, keyed by its id; does not change the columns of the reply. */
    public static Sink<DispatchAssignment> assignments(SqlConnection connection) {
        return sink(DispatchTables.dispatchAssignment(), connection);
    }

    /**
     * The reply columns of {@code dispatch_assignment}; replies may arrive before their assignment.
     * Takes readings of stream REPLY only.
     */
    public static Sink<Reading> replies(SqlConnection connection) {
        return sink(DispatchTables.assignmentReply(), connection);
    }

    /** {@code fuel_saving}, keyed by its id. */
    public static Sink<FuelSaving> savings(SqlConnection connection) {
        return sink(DispatchTables.fuelSaving(), connection);
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
        return JdbcSink.<T>builder()
                .withQueryStatement(table.upsert(connection.dialect()), table::bind)
                .withExecutionOptions(BATCHES)
                .buildAtLeastOnce(new SqlConnectionProvider(connection));
    }

    static <T> void write(SqlConnection connection, SqlTable<T> table, List<T> rows)
            throws SQLException {
        try (var open = connection.open();
                PreparedStatement statement =
                        open.prepareStatement(table.upsert(connection.dialect()))) {
            for (T row : rows) {
                table.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
