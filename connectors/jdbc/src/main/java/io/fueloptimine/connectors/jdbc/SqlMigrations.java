package io.fueloptimine.connectors.jdbc;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Migrates a database to the tables and views of this version with Flyway. */
public final class SqlMigrations {

    private SqlMigrations() {}

    /**
     * Runs the pending migrations of the database's dialect. Flyway records them in {@code
     * flyway_schema_history} and makes concurrent processes wait for each other.
     *
     * @return the number of migrations that ran
     * @throws IllegalStateException when the password file cannot be read, the database does not
     *     answer, a migration fails, or an applied migration has been changed
     */
    public static int migrate(SqlConnection connection) {
        try {
            return Flyway.configure(SqlMigrations.class.getClassLoader())
                    .dataSource(connection.url(), connection.userName(), connection.password())
                    .locations("classpath:" + connection.dialect().migrations())
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException | SQLException e) {
            throw new IllegalStateException("cannot migrate the tables of " + connection, e);
        }
    }
}
