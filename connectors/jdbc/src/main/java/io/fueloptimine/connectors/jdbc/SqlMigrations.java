package io.fueloptimine.connectors.jdbc;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the tables and views of this version, by Flyway. */
public final class SqlMigrations {

    private SqlMigrations() {}

    /**
     * Runs the migrations that the database has not had yet, those of its own dialect. What ran is
     * recorded in {@code flyway_schema_history}; processes that start at once wait for each other.
     *
     * @return how many ran
     * @throws IllegalStateException when the database does not answer, a migration fails, or one
     *     that ran was changed since
     */
    public static int migrate(SqlConnection connection) {
        try {
            return Flyway.configure(SqlMigrations.class.getClassLoader())
                    .dataSource(connection.url(), connection.userName(), connection.password())
                    .locations("classpath:" + connection.dialect().migrations())
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new IllegalStateException("cannot migrate the tables of " + connection, e);
        }
    }
}
