package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Writes the rows of one table over one connection, each batch in one transaction. The statement
 * stays prepared until the connection is closed. Not thread-safe.
 */
final class SqlBatch<T> implements AutoCloseable {

    private final SqlTable<T> table;
    private final SqlTable<RefusedRow> deadLetters = RefusedRow.columns();
    private final SqlConnection address;
    private final Clock clock;
    private final Optional<SqlRollUp.Changes<T>> changes;

    /** The open connection; null while there is none. */
    private Connection connection;

    /** The prepared upsert of the open connection; null while there is none. */
    private PreparedStatement upsert;

    SqlBatch(SqlTable<T> table, SqlConnection address, Clock clock) {
        this.table = table;
        this.address = address;
        this.clock = clock;
        this.changes = table.changes(address.dialect());
    }

    /** Writes all rows, or none if this fails. */
    void writeAll(List<T> rows) throws SQLException {
        connect();
        try {
            for (T row : table.rowsOf(rows)) {
                table.bind(address.dialect(), upsert, row);
                upsert.addBatch();
            }
            upsert.executeBatch();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            undo();
            throw e;
        }
        changes.ifPresent(changed -> rows.forEach(changed::add));
    }

    /** Brings the table that sums up this one up to date with all rows written so far. */
    void sumUp() throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        connect();
        try {
            changes.get().update(connection);
            connection.commit();
            changes.get().clear();
        } catch (SQLException | RuntimeException e) {
            undo();
            throw e;
        }
    }

    /**
     * Writes one row. If a value of the row is not valid, writes a dead letter instead.
     *
     * @return whether the row itself was written
     */
    boolean writeOne(T row) throws SQLException {
        try {
            writeAll(List.of(row));
            return true;
        } catch (SQLException e) {
            if (SqlFault.of(e) != SqlFault.ROW) {
                throw e;
            }
            refuse(row, e);
        } catch (RuntimeException e) {
            refuse(row, e);
        }
        return false;
    }

    private void refuse(T row, Exception reason) throws SQLException {
        RefusedRow refused = RefusedRow.of(table, row, reason, clock.instant());
        connect();
        try (PreparedStatement letter =
                connection.prepareStatement(deadLetters.upsert(address.dialect()))) {
            deadLetters.bind(address.dialect(), letter, refused);
            letter.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            undo();
            throw e;
        }
    }

    private void connect() throws SQLException {
        if (connection == null) {
            Connection opened = address.open();
            try {
                opened.setAutoCommit(false);
                upsert = opened.prepareStatement(table.upsert(address.dialect()));
                connection = opened;
            } finally {
                if (connection == null) {
                    opened.close();
                }
            }
        }
    }

    private void undo() {
        try {
            upsert.clearBatch();
            connection.rollback();
        } catch (SQLException e) {
            // The connection is lost, and with it the transaction.
            close();
        }
    }

    /** Closes the connection; the next write opens another. */
    @Override
    public void close() {
        Connection closed = connection;
        connection = null;
        upsert = null;
        if (closed != null) {
            try {
                closed.close();
            } catch (SQLException e) {
                // It is already lost.
            }
        }
    }
}
