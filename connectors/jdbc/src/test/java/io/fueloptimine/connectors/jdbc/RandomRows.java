package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes seeded rows into all tables with the statements of the sinks. Names are few, so that rows
 * meet in joins and the same keys are written again with older and newer times.
 */
final class RandomRows {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final int SPAN_S = 3 * 86_400;
    private static final double NULL_SHARE = 0.1;

    private static final Map<String, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry("site", List.of("andes", "Ñuble 😀")),
                    Map.entry("kind", List.of("HAULTRUCK", "SHOVEL", "FILL", "DRAIN")),
                    Map.entry("state", List.of("UNACKNOWLEDGED", "ACKNOWLEDGED", "NORMAL")),
                    Map.entry("change", List.of("RAISED", "RETURNED", "CLEARED")),
                    Map.entry("severity", List.of("INFO", "WARNING", "CRITICAL")),
                    Map.entry("phase", List.of("BASELINE", "MEASURED", "NOT_MEASURED")),
                    Map.entry("basis", List.of("PLANNED", "MEASURED")),
                    Map.entry("status", List.of("DRIFTED", "STABLE", "NO_REFERENCE")),
                    Map.entry("verdict", List.of("LEAK", "THEFT", "REJECTED")),
                    Map.entry("reply_status", List.of("Accepted", "Rejected")));

    private static final List<String> REFUSED_ROW =
            RefusedRow.columns().columns().stream().map(SqlColumn::name).toList();

    private final Random random;

    RandomRows(long seed) {
        random = new Random(seed);
    }

    /** Writes rows into every table, and adds up the hours of windows. */
    void write(SqlConnection database, int rowsPerTable) throws SQLException {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            write(database.dialect(), connection, rowsPerTable);
            connection.commit();
        }
    }

    void write(SqlDialect dialect, Connection connection, int rowsPerTable) throws SQLException {
        for (SqlTable<?> table : AllTables.LIST) {
            // Windows are written as records below, because their hours are added up. Dead letters
            // of tables have ids of their own, and no guard against those of messages.
            boolean isRefusedRow =
                    table.columns().stream().map(SqlColumn::name).toList().equals(REFUSED_ROW);
            if (!table.name().equals("fuel_window") && !isRefusedRow) {
                write(dialect, connection, table, rowsPerTable);
            }
        }
        writeWindows(dialect, connection, rowsPerTable);
    }

    private void write(
            SqlDialect dialect, Connection connection, SqlTable<?> table, int rowsPerTable)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(table.upsert(dialect))) {
            for (int row = 0; row < rowsPerTable; row++) {
                for (int i = 0; i < table.columns().size(); i++) {
                    SqlColumn<?> column = table.columns().get(i);
                    Object value = value(column);
                    column.type().bind(dialect, upsert, i + 1, value, column.key());
                }
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private void writeWindows(SqlDialect dialect, Connection connection, int rows)
            throws SQLException {
        var table = MineTables.fuelWindow();
        var changes = new FuelHours().changes(dialect);
        try (PreparedStatement upsert = connection.prepareStatement(table.upsert(dialect))) {
            for (int row = 0; row < rows; row++) {
                var window =
                        MineRecords.window(
                                "T" + random.nextInt(4),
                                START.plusSeconds(60L * random.nextInt(SPAN_S / 60)),
                                0,
                                1 + random.nextInt(60),
                                random.nextInt(12_000) / 1_000.0);
                table.bind(dialect, upsert, window);
                upsert.addBatch();
                changes.add(window);
            }
            upsert.executeBatch();
        }
        changes.update(connection);
    }

    private Object value(SqlColumn<?> column) {
        SqlType type = column.type();
        // Databases differ in the place of nulls in an order, and these columns are never null.
        boolean isName = column.name().matches("site|machine_id|type");
        if (!column.key() && !isName && random.nextDouble() < NULL_SHARE) {
            return null;
        }
        if (type.equals(SqlType.FLOAT)) {
            return random.nextInt(400_000) / 1_000.0;
        }
        if (type.equals(SqlType.TIME)) {
            long second =
                    column.key() ? 600L * random.nextInt(SPAN_S / 600) : random.nextInt(SPAN_S);
            return START.plusSeconds(second).plusMillis(column.key() ? 0 : random.nextInt(1_000));
        }
        if (type.equals(SqlType.INT)) {
            return random.nextInt(500);
        }
        if (type.equals(SqlType.BIGINT)) {
            return (long) random.nextInt(10_000);
        }
        if (type.equals(SqlType.BIT)) {
            return random.nextBoolean();
        }
        if (type.equals(SqlType.BYTES)) {
            return new byte[] {0, (byte) random.nextInt()};
        }
        List<String> names = NAMES.get(column.name());
        if (names != null) {
            return names.get(random.nextInt(names.size()));
        }
        String prefix = column.name().matches("machine_id|truck_id|equipment_id") ? "T" : "n o'";
        return prefix + random.nextInt(column.name().endsWith("_id") && column.key() ? 300 : 4);
    }
}
