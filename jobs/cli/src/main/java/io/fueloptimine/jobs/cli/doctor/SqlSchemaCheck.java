package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.jdbc.AppliedMigrations;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Compares the version of the tables with the newest migration of this build.
 *
 * @param sql the connection
 * @param password the password of the connection
 * @param newest the version of the newest migration
 */
record SqlSchemaCheck(SqlConnection sql, String password, String newest) implements SiteCheck {

    static final String SUBJECT = "sql schema";

    private static final int LIMIT_S = 10;

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(SqlCheck.SUBJECT);
    }

    @Override
    public CheckResult run() {
        AppliedMigrations schema;
        try {
            schema = AppliedMigrations.read(sql, password);
        } catch (IllegalStateException e) {
            return hidden();
        }
        // Some databases do not show a table to a user without rights on it.
        return schema.version().isEmpty() && hasTables() ? hidden() : result(schema, newest);
    }

    private boolean hasTables() {
        try (Connection open = sql.open();
                Statement statement = open.createStatement()) {
            statement.setQueryTimeout(LIMIT_S);
            statement.executeQuery("SELECT * FROM equipment WHERE 1 = 0").close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private CheckResult hidden() {
        return CheckResult.warning(
                SUBJECT,
                "not compared, because " + sql.userName() + " cannot read the migrations",
                "V" + newest,
                "Run doctor also as the owner of the tables, or grant SELECT on"
                        + " flyway_schema_history.");
    }

    static CheckResult result(AppliedMigrations schema, String newest) {
        String found = schema.version().map(version -> "V" + version).orElse("no tables");
        String expected = "V" + newest;
        if (!schema.failed().isEmpty()) {
            return CheckResult.fault(
                    SUBJECT,
                    found + ", failed: " + String.join(", ", schema.failed()),
                    expected,
                    "Undo what the failed migration has changed, remove its row from"
                            + " flyway_schema_history, and run deploy/fuel sql migrate.");
        }
        if (!schema.unknown().isEmpty()) {
            return CheckResult.fault(
                    SUBJECT,
                    found + ", unknown to this build: V" + String.join(", V", schema.unknown()),
                    expected,
                    "Use the newer build that has migrated the database.");
        }
        return schema.pending().isEmpty()
                ? CheckResult.ok(SUBJECT, found, expected)
                : CheckResult.fault(
                        SUBJECT,
                        found + ", " + schema.pending().size() + " migrations pending",
                        expected,
                        "Run deploy/fuel setup, or deploy/fuel sql migrate, as the owner of the"
                                + " tables.");
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return SUBJECT + " of " + sql;
    }
}
