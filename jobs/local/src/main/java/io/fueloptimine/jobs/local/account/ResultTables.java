package io.fueloptimine.jobs.local.account;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the results of a run from the SQL tables, for the status line and the summary. Not
 * thread-safe.
 */
public final class ResultTables implements AutoCloseable {

    private final Connection connection;

    public ResultTables(SqlConnection sql) throws SQLException {
        this.connection = sql.open();
    }

    /** The numbers of rows in the SQL tables. */
    public TableCounts counts() throws SQLException {
        return new TableCounts(
                number("SELECT COUNT(*) FROM fuel_window"),
                number("SELECT COUNT(*) FROM haul_cycle"),
                number("SELECT COUNT(*) FROM dispatch_plan"),
                number("SELECT COUNT(*) FROM dispatch_assignment WHERE task IS NOT NULL"),
                number("SELECT COUNT(*) FROM dispatch_assignment WHERE reply_status = 'Rejected'"),
                number("SELECT COUNT(*) FROM alert"),
                number("SELECT COUNT(*) FROM drift_event"),
                number("SELECT COUNT(*) FROM refuel"));
    }

    /** The number of alarms that are not cleared. */
    public long openAlarms() throws SQLException {
        return number("SELECT COUNT(*) FROM alert WHERE cleared_at IS NULL");
    }

    /** Litres burnt by haul trucks per tonne hauled; empty before the first cycle. */
    public OptionalDouble litresPerTonne() throws SQLException {
        double litres = real("SELECT SUM(fuel_l) FROM fuel_window WHERE kind = 'HAULTRUCK'");
        double tonnes = real("SELECT SUM(payload_t) FROM haul_cycle");
        return tonnes > 0 ? OptionalDouble.of(litres / tonnes) : OptionalDouble.empty();
    }

    /** The time of the newest plan, in simulated time; empty before the first plan. */
    public Optional<Instant> newestPlan() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT MAX(made_at) FROM dispatch_plan");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return Optional.ofNullable(rows.getObject(1, LocalDateTime.class))
                    .map(local -> local.toInstant(ZoneOffset.UTC));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long number(String sql) throws SQLException {
        return (long) real(sql);
    }

    private double real(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getDouble(1);
        }
    }
}
