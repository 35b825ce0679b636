package io.fueloptimine.jobs.local.replay;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Statistics of a mine, computed by the SQL views for analysts.
 *
 * @param cycles haul cycles in {@code haul_cycle}
 * @param trucks number of trucks with haul cycles
 * @param tonnes mass hauled, t
 * @param days time from the first assignment of a truck to the last dumped load, in days of 24 h
 * @param tonnesPerDay tonnes hauled per day, t/d
 * @param refuelledTrucks number of trucks whose refuellings are known
 * @param litres litres dispensed to the trucks with known refuellings, L
 * @param litresPerTonne litres per tonne of the trucks with known refuellings, L/t
 * @param timeShares share of each activity in the calendar time of all trucks, 0 to 1, in the order
 *     of the SQL view
 */
public record FleetStatistics(
        long cycles,
        long trucks,
        double tonnes,
        double days,
        double tonnesPerDay,
        long refuelledTrucks,
        double litres,
        double litresPerTonne,
        Map<String, Double> timeShares) {

    /**
     * Reads the statistics of one site from the views for analysts; all numbers are zero if the
     * views have no rows of the site.
     */
    public static FleetStatistics read(SqlConnection sql, String site) throws SQLException {
        try (Connection connection = sql.open()) {
            Map<String, Double> fleet =
                    row(connection, "SELECT * FROM v_fleet WHERE site = ?", site);
            Map<String, Double> fuel =
                    row(
                            connection,
                            "SELECT * FROM v_litres_per_tonne_by_refuels WHERE site = ?",
                            site);
            Map<String, Double> shares =
                    row(
                            connection,
                            "SELECT loaded, travelling_empty, shovel_queue, spot, loading, dump_queue,"
                                    + " dumping, outside FROM v_time_shares WHERE site = ?",
                            site);
            return new FleetStatistics(
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
    }

    /**
     * The numeric columns of the first row of a query, by name; empty if the query returns no row.
     */
    private static Map<String, Double> row(Connection connection, String sql, String site)
            throws SQLException {
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
}
