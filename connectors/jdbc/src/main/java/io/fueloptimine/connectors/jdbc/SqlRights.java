package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds which rights a user lacks on the tables that the jobs write. The check runs statements that
 * select, insert and update no row, in transactions that are rolled back. Not thread-safe.
 */
public final class SqlRights {

    private final Connection open;
    private final SqlDialect dialect;
    private final int limitS;

    /**
     * @param open a connection without a transaction, which the caller closes
     * @param limitS the time limit of each statement, s
     */
    public SqlRights(SqlConnection connection, Connection open, int limitS) {
        this.open = open;
        this.dialect = connection.dialect();
        this.limitS = limitS;
    }

    /** The tables that the jobs write. */
    public static List<String> tables() {
        return CopiedTables.names();
    }

    /**
     * What the user cannot do, for example {@code INSERT into fuel_window}; empty if the user has
     * all rights. A table that does not exist counts as one on which SELECT is refused.
     *
     * @throws SQLException if the connection does not accept transactions
     */
    public List<String> missing() throws SQLException {
        List<String> missing = new ArrayList<>();
        open.setAutoCommit(false);
        try {
            for (String table : tables()) {
                check(table, missing);
            }
        } finally {
            open.rollback();
            open.setAutoCommit(true);
        }
        return missing;
    }

    private void check(String table, List<String> missing) throws SQLException {
        String column;
        try (Statement statement = open.createStatement()) {
            statement.setQueryTimeout(limitS);
            try (ResultSet none =
                    statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
                column = dialect.quoted(firstWritable(none.getMetaData()));
            }
        } catch (SQLException e) {
            missing.add(refused("SELECT of " + table, e));
            return;
        } finally {
            open.rollback();
        }
        attempt(
                        "INSERT INTO "
                                + table
                                + " ("
                                + column
                                + ") SELECT "
                                + column
                                + " FROM "
                                + table
                                + " WHERE 1 = 0")
                .ifPresent(e -> missing.add(refused("INSERT into " + table, e)));
        attempt("UPDATE " + table + " SET " + column + " = " + column + " WHERE 1 = 0")
                .ifPresent(e -> missing.add(refused("UPDATE of " + table, e)));
    }

    /** The exception with which the database refuses a statement; empty if it accepts it. */
    private Optional<SQLException> attempt(String change) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.setQueryTimeout(limitS);
            statement.executeUpdate(change);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        } finally {
            open.rollback();
        }
    }

    /** The database itself numbers the rows of an identity column. */
    private static String firstWritable(ResultSetMetaData columns) throws SQLException {
        int column = 1;
        while (column < columns.getColumnCount() && columns.isAutoIncrement(column)) {
            column++;
        }
        return columns.getColumnName(column);
    }

    private static String refused(String right, SQLException e) {
        return right + " (SQLSTATE " + e.getSQLState() + ")";
    }
}
