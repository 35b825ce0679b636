package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads the time of a database server. */
public final class SqlClock {

    private SqlClock() {}

    /**
     * Asks the server for its time.
     *
     * @param open a connection, which the caller closes
     * @param limitS the time limit of the statement, s
     */
    public static Instant now(SqlConnection connection, Connection open, int limitS)
            throws SQLException {
        // CURRENT_TIMESTAMP of SQL Server is the local time, without its zone.
        boolean sqlServer = connection.dialect() == SqlDialect.SQL_SERVER;
        String query = sqlServer ? "SELECT SYSUTCDATETIME()" : "SELECT CURRENT_TIMESTAMP";
        try (Statement statement = open.createStatement()) {
            statement.setQueryTimeout(limitS);
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return sqlServer
                        ? row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                        : row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }
}
