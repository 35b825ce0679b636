package io.fueloptimine.connectors.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The migrations of a database compared with those of this build. Immutable.
 *
 * @param version the newest migration that the database has, for example {@code 21}; empty without
 *     any
 * @param pending scripts of this build that the database does not have, in the order in which they
 *     run
 * @param failed scripts that ended with an error
 * @param unknown versions that the database has and this build does not
 */
public record AppliedMigrations(
        Optional<String> version, List<String> pending, List<String> failed, List<String> unknown) {

    public AppliedMigrations {
        pending = List.copyOf(pending);
        failed = List.copyOf(failed);
        unknown = List.copyOf(unknown);
    }

    /**
     * Reads the migrations, and changes nothing.
     *
     * @param password the password of the connection
     * @throws IllegalStateException if the database does not tell its migrations
     */
    public static AppliedMigrations read(SqlConnection connection, String password) {
        try {
            var migrations =
                    Flyway.configure(SqlMigrations.class.getClassLoader())
                            .dataSource(connection.url(), connection.userName(), password)
                            .locations(SqlMigrations.location(connection))
                            .load()
                            .info();
            List<String> pending = new ArrayList<>();
            List<String> failed = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            for (MigrationInfo migration : migrations.pending()) {
                pending.add(migration.getScript());
            }
            for (MigrationInfo migration : migrations.all()) {
                if (migration.getState().isFailed()) {
                    failed.add(migration.getScript());
                } else if (migration.getState().isApplied() && !migration.getState().isResolved()) {
                    unknown.add(String.valueOf(migration.getVersion()));
                }
            }
            return new AppliedMigrations(version(migrations.applied()), pending, failed, unknown);
        } catch (FlywayException e) {
            throw new IllegalStateException(
                    "cannot read the migrations of "
                            + connection
                            + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static Optional<String> version(MigrationInfo[] applied) {
        return List.of(applied).stream()
                .filter(migration -> migration.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(Object::toString);
    }
}
