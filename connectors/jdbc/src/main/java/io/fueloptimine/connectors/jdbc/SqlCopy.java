package io.fueloptimine.connectors.jdbc;

import io.fueloptimine.connectors.jdbc.CopiedTables.CopiedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Copies the rows of a PostgreSQL database that changed since the last copy into another database
 * with the same tables. The rows of a batch and the watermark are written in one transaction, with
 * the upserts of the sinks: a copy that is interrupted at any point is continued by the next one,
 * and a repeat changes nothing. Rows that retention deletes in the source stay in the target. Not
 * thread-safe.
 */
public final class SqlCopy implements AutoCloseable {

    private final CopySource source;
    private final Connection from;
    private final Connection to;
    private final SqlDialect dialect;
    private final String sourceId;
    private final int batchRows;

    private SqlCopy(Connection from, Connection to, SqlDialect dialect, int batchRows)
            throws SQLException {
        this.from = from;
        this.to = to;
        this.dialect = dialect;
        this.batchRows = batchRows;
        this.source = new CopySource(from);
        this.sourceId = source.id();
    }

    /**
     * Connects to both databases.
     *
     * @param source a PostgreSQL database
     * @param batchRows rows of a transaction, 1 or more
     * @throws IllegalArgumentException if the source is another kind of database
     */
    public static SqlCopy open(SqlConnection source, SqlConnection target, int batchRows)
            throws SQLException {
        if (source.dialect() != SqlDialect.POSTGRESQL) {
            throw new IllegalArgumentException(
                    "rows are copied from PostgreSQL only, expected jdbc:postgresql:...");
        }
        List<Connection> opened = new ArrayList<>();
        try {
            opened.add(source.open());
            opened.add(target.open());
            opened.get(1).setAutoCommit(false);
            return new SqlCopy(opened.get(0), opened.get(1), target.dialect(), batchRows);
        } catch (SQLException | RuntimeException e) {
            for (Connection connection : opened) {
                connection.close();
            }
            throw e;
        }
    }

    /** The tables that are copied. */
    public static List<String> tables() {
        return CopiedTables.names();
    }

    /** How many rows of a table would be copied now. Writes nothing. */
    public long pending(String table) throws SQLException {
        CopiedTable copied = CopiedTables.of(table);
        source.requireOwnTransactions(copied);
        long pending = source.count(copied, watermark(copied).position(), source.horizon());
        to.rollback();
        return pending;
    }

    /**
     * Copies what has changed in a table before the oldest transaction that still runs in the
     * source; later changes are left for the next copy.
     *
     * @param progress receives the rows copied so far after each transaction
     * @return the number of copied rows; a row is counted again when it has changed again
     * @throws IllegalStateException if another copy of the table runs, or the source was restored
     *     from a dump of another server
     */
    public long copy(String table, LongConsumer progress) throws SQLException {
        try {
            return copy(CopiedTables.of(table), progress);
        } catch (SQLException | RuntimeException e) {
            to.rollback();
            throw e;
        }
    }

    private long copy(CopiedTable table, LongConsumer progress) throws SQLException {
        source.requireOwnTransactions(table);
        CopyWatermark watermark = watermark(table);
        watermark.create();
        to.commit();
        long horizon = source.horizon();
        long copied = 0;
        while (true) {
            List<CopiedRow> rows = source.read(table, watermark.position(), horizon, batchRows);
            boolean last = rows.size() < batchRows;
            CopyPosition end = last ? atLeast(horizon, watermark) : position(rows);
            watermark.move(end, rows.size());
            write(table, rows);
            to.commit();
            copied += rows.size();
            progress.accept(copied);
            if (last) {
                return copied;
            }
        }
    }

    private static CopyPosition position(List<CopiedRow> rows) {
        return rows.get(rows.size() - 1).position();
    }

    /** All rows before the horizon are copied; a watermark never moves back. */
    private static CopyPosition atLeast(long horizon, CopyWatermark watermark) {
        return horizon > watermark.position().transaction()
                ? new CopyPosition(horizon, List.of())
                : watermark.position();
    }

    private CopyWatermark watermark(CopiedTable table) throws SQLException {
        return CopyWatermark.read(to, dialect, sourceId, table.name());
    }

    private void write(CopiedTable table, List<CopiedRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<CopiedRow> written = table.replaced().isEmpty() ? rows : replace(table, rows);
        for (SqlTable<?> group : table.groups()) {
            try (PreparedStatement upsert = to.prepareStatement(group.upsert(dialect))) {
                for (CopiedRow row : written) {
                    row.bind(dialect, group, upsert);
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        }
    }

    /** Deletes what is replaced by the rows, and returns all rows of the source for it. */
    private List<CopiedRow> replace(CopiedTable table, List<CopiedRow> rows) throws SQLException {
        String condition =
                table.replaced().stream()
                        .map(column -> dialect.quoted(column) + " = ?")
                        .collect(Collectors.joining(" AND "));
        List<CopiedRow> written = new ArrayList<>();
        Set<List<Object>> done = new HashSet<>();
        try (PreparedStatement delete =
                to.prepareStatement("DELETE FROM " + table.name() + " WHERE " + condition)) {
            for (CopiedRow row : rows) {
                if (done.add(row.replaced(table))) {
                    row.bindReplaced(dialect, table, delete);
                    delete.addBatch();
                    written.addAll(source.siblings(table, row));
                }
            }
            delete.executeBatch();
        }
        return written;
    }

    @Override
    public void close() throws SQLException {
        try {
            from.close();
        } finally {
            to.close();
        }
    }
}
