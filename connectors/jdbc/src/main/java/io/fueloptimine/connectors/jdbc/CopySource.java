package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.connectors.jdbc.CopiedTables.CopiedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the rows of a PostgreSQL database in the order of the transactions that wrote them. Only
 * transactions before the oldest one that still runs are read: all of them have ended, so that no
 * row can appear before a position that was passed. Not thread-safe.
 */
final class CopySource {

    private static final SqlDialect DIALECT = SqlDialect.POSTGRESQL;

    private final Connection connection;

    CopySource(Connection connection) {
        this.connection = connection;
    }

    /**
     * What the numbers of transactions belong to: the server, its timeline, which changes when a
     * standby takes over or a backup is restored, and the database.
     */
    String id() throws SQLException {
        return value(
                "SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || CASE WHEN"
                        + " pg_is_in_recovery() THEN (SELECT timeline_id FROM"
                        + " pg_control_checkpoint())::text ELSE"
                        + " substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END || '/' ||"
                        + " current_database()");
    }

    /** The oldest transaction that still runs; all before it have ended. */
    long horizon() throws SQLException {
        return Long.parseLong(value("SELECT pg_snapshot_xmin(pg_current_snapshot())"));
    }

    /**
     * Requires that no row has a transaction of the future, as rows of a restored dump have.
     *
     * @throws IllegalStateException naming the remedy
     */
    void requireOwnTransactions(CopiedTable table) throws SQLException {
        String found =
                value(
                        "SELECT EXISTS (SELECT FROM "
                                + table.name()
                                + " WHERE changed_by >= pg_snapshot_xmax(pg_current_snapshot()))");
        if (found.equals("t")) {
            throw new IllegalStateException(
                    "rows of table "
                            + table.name()
                            + " come from a dump of another server; run UPDATE "
                            + table.name()
                            + " SET changed_by = changed_by, which numbers them anew");
        }
    }

    /** How many rows are between a position and a transaction. */
    long count(CopiedTable table, CopyPosition after, long horizon) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT COUNT(*) FROM " + table.name() + where(table, after))) {
            bind(query, after, horizon);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The next rows after a position, in order. */
    List<CopiedRow> read(CopiedTable table, CopyPosition after, long horizon, int limit)
            throws SQLException {
        String query =
                "SELECT changed_by::text AS changed_by, "
                        + listed(table.columns())
                        + " FROM "
                        + table.name()
                        + where(table, after)
                        + " ORDER BY "
                        + table.name()
                        + ".changed_by, "
                        + listed(table.key())
                        + " LIMIT "
                        + limit;
        try (PreparedStatement select = connection.prepareStatement(query)) {
            bind(select, after, horizon);
            return rows(table, select);
        }
    }

    /** All rows with the values of a row in the columns that are replaced together. */
    List<CopiedRow> siblings(CopiedTable table, CopiedRow row) throws SQLException {
        String query =
                "SELECT changed_by::text AS changed_by, "
                        + listed(table.columns())
                        + " FROM "
                        + table.name()
                        + " WHERE "
                        + table.replaced().stream()
                                .map(column -> DIALECT.quoted(column) + " = ?")
                                .collect(Collectors.joining(" AND "));
        try (PreparedStatement select = connection.prepareStatement(query)) {
            row.bindReplaced(DIALECT, table, select);
            return rows(table, select);
        }
    }

    private static String where(CopiedTable table, CopyPosition after) {
        String before = " WHERE " + table.name() + ".changed_by < CAST(? AS xid8) AND ";
        if (after.key().isEmpty()) {
            return before + table.name() + ".changed_by >= CAST(? AS xid8)";
        }
        return before
                + "("
                + table.name()
                + ".changed_by, "
                + listed(table.key())
                + ") > (CAST(? AS xid8), "
                + table.key().stream()
                        .map(column -> "CAST(? AS " + DIALECT.type(column.type()) + ")")
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static void bind(PreparedStatement query, CopyPosition after, long horizon)
            throws SQLException {
        query.setString(1, Long.toString(horizon));
        query.setString(2, Long.toString(after.transaction()));
        for (int i = 0; i < after.key().size(); i++) {
            query.setString(3 + i, after.key().get(i));
        }
    }

    private static String listed(List<SqlColumn<?>> columns) {
        Function<SqlColumn<?>, String> name = column -> DIALECT.quoted(column.name());
        return columns.stream().map(name).collect(Collectors.joining(", "));
    }

    private static List<CopiedRow> rows(CopiedTable table, PreparedStatement select)
            throws SQLException {
        List<CopiedRow> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                Map<String, Object> values = new HashMap<>();
                for (SqlColumn<?> column : table.columns()) {
                    values.put(column.name(), value(found, column));
                }
                List<String> key = new ArrayList<>();
                for (SqlColumn<?> column : table.key()) {
                    key.add(found.getString(column.name()));
                }
                rows.add(
                        new CopiedRow(
                                new CopyPosition(Long.parseLong(found.getString(1)), key), values));
            }
        }
        return rows;
    }

    /** The value of a column as {@link SqlType} binds it; may be null. */
    static Object value(ResultSet row, SqlColumn<?> column) throws SQLException {
        String name = column.name();
        return switch (column.type().jdbcType()) {
            case Types.TIMESTAMP -> {
                LocalDateTime time = row.getObject(name, LocalDateTime.class);
                yield time == null ? null : time.toInstant(ZoneOffset.UTC);
            }
            case Types.INTEGER -> row.getObject(name, Integer.class);
            case Types.BIGINT -> row.getObject(name, Long.class);
            case Types.DOUBLE -> row.getObject(name, Double.class);
            case Types.BIT -> row.getObject(name, Boolean.class);
            case Types.VARBINARY -> row.getBytes(name);
            default -> row.getString(name);
        };
    }

    private String value(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
