package io.fueloptimine.jobs.local;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the SQL tables say, for the status line and the summary. Not thread-safe. */
final class SqlFigures implements AutoCloseable {

    private static final String RESIDUALS =
            "SELECT model_version, wet, MIN(window_start), COUNT(*), AVG(residual_l),"
                    + " AVG(ABS(residual_l)), SUM(residual_l) / NULLIF(SUM(expected_l), 0)"
                    + " FROM (SELECT model_version, window_start, residual_l, expected_l,"
                    + " CASE WHEN window_start >= ? AND window_start < ? THEN 1 ELSE 0 END AS wet"
                    + " FROM fuel_window WHERE kind = 'HAULTRUCK' AND model_name = 'fuel-window'"
                    + " AND window_start >= ?) scored"
                    + " GROUP BY model_version, wet ORDER BY MIN(window_start)";

    private final Connection connection;

    SqlFigures(SqlConnection sql) throws SQLException {
        this.connection = sql.open();
    }

    /** How many rows the tables hold. */
    TableCounts counts() throws SQLException {
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

    /** Alarms raised and not cleared. */
    long openAlarms() throws SQLException {
        return number("SELECT COUNT(*) FROM alert WHERE cleared_at IS NULL");
    }

    /** Litres that haul trucks burnt per tonne they hauled, empty before the first cycle. */
    OptionalDouble litresPerTonne() throws SQLException {
        double litres = real("SELECT SUM(fuel_l) FROM fuel_window WHERE kind = 'HAULTRUCK'");
        double tonnes = real("SELECT SUM(payload_t) FROM haul_cycle");
        return tonnes > 0 ? OptionalDouble.of(litres / tonnes) : OptionalDouble.empty();
    }

    /** When the newest plan was made, in mine time. */
    Optional<Instant> newestPlan() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT MAX(made_at) FROM dispatch_plan");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return Optional.ofNullable(rows.getObject(1, LocalDateTime.class))
                    .map(local -> local.toInstant(ZoneOffset.UTC));
        }
    }

    /**
     * How far the learnt model's versions were from the haul trucks' burn, in the order in which
     * they began, windows on wet roads apart.
     *
     * @param since start of the first window that counts (UTC)
     * @param wetFrom from when the roads were wet (UTC)
     * @param wetUntil until when
     */
    List<ResidualFigures> residuals(Instant since, Instant wetFrom, Instant wetUntil)
            throws SQLException {
        List<ResidualFigures> figures = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(RESIDUALS)) {
            query.setObject(1, LocalDateTime.ofInstant(wetFrom, ZoneOffset.UTC));
            query.setObject(2, LocalDateTime.ofInstant(wetUntil, ZoneOffset.UTC));
            query.setObject(3, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    figures.add(
                            new ResidualFigures(
                                    rows.getString(1),
                                    rows.getInt(2) == 1,
                                    rows.getObject(3, LocalDateTime.class)
                                            .toInstant(ZoneOffset.UTC),
                                    rows.getLong(4),
                                    rows.getDouble(5),
                                    rows.getDouble(6),
                                    rows.getDouble(7)));
                }
            }
        }
        return figures;
    }

    /** Start of the first window on time that a version scored (UTC); empty before there is one. */
    Optional<Instant> firstWindow(String modelVersion, Instant since) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT MIN(window_start) FROM fuel_window WHERE model_version = ? AND"
                                + " model_name = 'fuel-window' AND revision = 0 AND window_start"
                                + " >= ?")) {
            query.setString(1, modelVersion);
            query.setObject(2, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getObject(1, LocalDateTime.class))
                        .map(local -> local.toInstant(ZoneOffset.UTC));
            }
        }
    }

    /** One site's figures from the views for analysts. */
    FleetFigures fleet(String site) throws SQLException {
        Map<String, Double> fleet = row("SELECT * FROM v_fleet WHERE site = ?", site);
        Map<String, Double> fuel =
                row("SELECT * FROM v_litres_per_tonne_by_refuels WHERE site = ?", site);
        Map<String, Double> shares =
                row(
                        "SELECT loaded, travelling_empty, shovel_queue, spot, loading, dump_queue,"
                                + " dumping, outside FROM v_time_shares WHERE site = ?",
                        site);
        return new FleetFigures(
                fleet.getOrDefault("cycles", 0.0).longValue(),
                fleet.getOrDefault("trucks", 0.0).longValue(),
                fleet.getOrDefault("tonnes", 0.0),
                fleet.getOrDefault("days", 0.0),
                fleet.getOrDefault("tonnes_per_day", 0.0),
                fuel.getOrDefault("trucks", 0.0).longValue(),
                fuel.getOrDefault("litres", 0.0),
                fuel.getOrDefault("litres_per_tonne", 0.0),
                shares);
    }

    /** The numeric columns of a query's first row by name; empty without a row. */
    private Map<String, Double> row(String sql, String site) throws SQLException {
        Map<String, Double> values = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, site);
            try (ResultSet rows = query.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                if (rows.next()) {
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (rows.getObject(i) instanceof Number number) {
                            values.put(
                                    columns.getColumnLabel(i).toLowerCase(Locale.ROOT),
                                    number.doubleValue());
                        }
                    }
                }
            }
        }
        return values;
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
