package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A migrated in-memory H2 database, dropped on close. */
final class MineDatabase implements AutoCloseable {

    private final SqlConnection connection =
            new SqlConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    private final Connection held;

    MineDatabase() throws SQLException {
        held = connection.open();
        SqlMigrations.migrate(connection);
    }

    SqlConnection connection() {
        return connection;
    }

    <T> void write(SqlTable<T> table, T row) throws SQLException {
        SqlTables.write(connection, table, List.of(row));
    }

    /** The rows of a query, each as its columns' texts separated by a bar. */
    List<String> rows(String sql) throws SQLException {
        return rows(held, sql);
    }

    static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join("|", columns.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        held.close();
    }
}
