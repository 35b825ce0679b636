package io.fueloptimine.connectors.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Migrates a database to the tables and views of this version with Flyway. */
public final class SqlMigrations {

    private SqlMigrations() {}

    /**
     * Runs the pending migrations of the database's dialect. Flyway records them in {@code
     * flyway_schema_history} and makes concurrent processes wait for each other.
     *
     * @return the number of migrations that ran
     *     <p>On SQL Server the database must compare texts by their characters, because names of
     *     machines that differ in case, accent or an emoji are different machines.
     * @throws IllegalStateException when the database has another collation, the password file
     *     cannot be read, the database does not answer, a migration fails, or an applied migration
     *     has been changed
     */
    public static int migrate(SqlConnection connection) {
        try {
            requireExactCollation(connection);
            return Flyway.configure(SqlMigrations.class.getClassLoader())
                    .dataSource(connection.url(), connection.userName(), connection.password())
                    .locations(location(connection))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException | SQLException e) {
            throw new IllegalStateException("cannot migrate the tables of " + connection, e);
        }
    }

    /** The version of the newest migration of this build, for example {@code 21}. */
    public static String newestVersion() {
        // Flyway lists its files only for a database. This one is empty, in memory, and unchanged.
        MigrationInfo[] pending =
                Flyway.configure(SqlMigrations.class.getClassLoader())
                        .dataSource("jdbc:h2:mem:", "sa", "")
                        .locations("classpath:" + SqlDialect.H2.migrations())
                        .load()
                        .info()
                        .pending();
        return Arrays.stream(pending)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .getVersion();
    }

    /** Where Flyway finds the migrations of the database's dialect. */
    public static String location(SqlConnection connection) {
        return "classpath:" + connection.dialect().migrations();
    }

    private static void requireExactCollation(SqlConnection connection) throws SQLException {
        if (connection.dialect() != SqlDialect.SQL_SERVER) {
            return;
        }
        try (Connection open = connection.open();
                Statement statement = open.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS"
                                        + " NVARCHAR(128))")) {
            row.next();
            requireExact(row.getString(1));
        }
    }

    /**
     * Requires a binary collation.
     *
     * @throws IllegalStateException for any other
     */
    static void requireExact(String collation) {
        if (collation == null || !collation.endsWith("_BIN2")) {
            throw new IllegalStateException(
                    "the database has the collation "
                            + collation
                            + ", expected a binary one: CREATE DATABASE ... COLLATE"
                            + " Latin1_General_100_BIN2");
        }
    }
}
