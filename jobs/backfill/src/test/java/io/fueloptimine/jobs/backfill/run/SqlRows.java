package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rows of the tables that jobs fuel and alarms write. */
final class SqlRows {

    /** The tables, each with the columns that may differ and why. */
    private static final Map<String, String> TABLES = tables();

    private SqlRows() {}

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        // How often a window was revised depends on how often the watermark advanced.
        tables.put("fuel_window", "REVISION");
        for (String table :
                List.of(
                        "haul_cycle",
                        "refuel",
                        "alert",
                        "alert_state",
                        "drift_event",
                        "data_drift",
                        "tank_event",
                        "fuel_reconciliation",
                        "road_excess",
                        "payload_advice",
                        "consumption_outlier")) {
            tables.put(table, "");
        }
        return tables;
    }

    /** The rows as texts, by table. */
    static Map<String, List<String>> of(SqlConnection sql) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try (Connection connection = sql.open()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                rows.put(table.getKey(), rows(connection, table.getKey(), table.getValue()));
            }
        }
        return rows;
    }

    /** The rows that only one of two databases has, each with its table; empty if all are equal. */
    static List<String> diff(Map<String, List<String>> some, Map<String, List<String>> others) {
        List<String> differences = new ArrayList<>();
        some.forEach(
                (table, rows) -> {
                    TreeSet<String> only = new TreeSet<>(rows);
                    others.get(table).forEach(only::remove);
                    only.forEach(row -> differences.add("only first " + table + " " + row));
                    TreeSet<String> missing = new TreeSet<>(others.get(table));
                    rows.forEach(missing::remove);
                    missing.forEach(row -> differences.add("only second " + table + " " + row));
                });
        return differences;
    }

    private static List<String> rows(Connection connection, String table, String without)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result =
                connection.createStatement().executeQuery("SELECT * FROM " + table)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String column = result.getMetaData().getColumnName(i);
                    if (!column.equalsIgnoreCase(without)) {
                        row.append(column).append('=').append(result.getString(i)).append(' ');
                    }
                }
                rows.add(row.toString());
            }
        }
        return rows.stream().sorted().toList();
    }
}
