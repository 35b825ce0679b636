package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Checks that the database accepts the connection.
 *
 * @param sql the connection
 */
record SqlCheck(SqlConnection sql) implements SiteCheck {

    static final String SUBJECT = "sql";

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public CheckResult run() {
        String expected = "a connection";
        try (Connection open = sql.open()) {
            var server = open.getMetaData();
            return CheckResult.ok(
                    SUBJECT,
                    sql
                            + " answers, "
                            + server.getDatabaseProductName()
                            + " "
                            + server.getDatabaseProductVersion(),
                    expected);
        } catch (SQLException e) {
            return CheckResult.fault(
                    SUBJECT,
                    "cannot connect as " + sql + ": " + SqlOptions.reason(e),
                    expected,
                    "Start the database server, or correct --sql, --sql-user and"
                            + " --sql-password-file.");
        }
    }
}
