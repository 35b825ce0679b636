package io.fueloptimine.jobs.benchmarks.sql;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the same rows of {@code fuel_window} in two ways, each into a new database. */
final class WindowWrites {

    private static final int BATCH = 500;

    private WindowWrites() {}

    /**
     * Measures both ways.
     *
     * @param upsertedPerS rows per second by the code of the sink
     * @param insertedPerS rows per second by plain inserts
     */
    record Rates(double upsertedPerS, double insertedPerS) {

        double ratio() {
            return upsertedPerS / insertedPerS;
        }
    }

    static Rates measure(int rows) throws SQLException, IOException {
        List<ScoredWindow> windows = IntStream.range(0, rows).mapToObj(FleetWindows::at).toList();
        Path folder = Files.createTempDirectory("fuel-bench-sql");
        try {
            SqlConnection ours = migrated(folder.resolve("upserts"));
            long start = System.nanoTime();
            SqlTables.writeWindows(ours, windows);
            double upsertS = (System.nanoTime() - start) / 1e9;
            double insertS = insert(migrated(folder.resolve("inserts")), rowsOf(ours));
            return new Rates(rows / upsertS, rows / insertS);
        } finally {
            delete(folder);
        }
    }

    private static SqlConnection migrated(Path file) {
        SqlConnection connection = new SqlConnection("jdbc:h2:file:" + file, "sa", "");
        SqlMigrations.migrate(connection);
        return connection;
    }

    /** The rows in the order of time, as a stream brings them. */
    private static List<Object[]> rowsOf(SqlConnection written) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Connection connection = written.open();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT * FROM fuel_window ORDER BY window_start, machine_id")) {
            int width = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] values = new Object[width];
                for (int i = 0; i < width; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static double insert(SqlConnection address, List<Object[]> rows) throws SQLException {
        String places = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        long start = System.nanoTime();
        try (Connection connection = address.open();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO fuel_window VALUES (" + places + ")")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < rows.size(); i++) {
                Object[] values = rows.get(i);
                for (int column = 0; column < values.length; column++) {
                    insert.setObject(column + 1, values[column]);
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0 || i + 1 == rows.size()) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
