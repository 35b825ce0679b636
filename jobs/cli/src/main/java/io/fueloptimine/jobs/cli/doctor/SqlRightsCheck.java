package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlRights;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Checks that the user may select, insert and update rows of the tables that the jobs write.
 *
 * @param sql the connection
 */
record SqlRightsCheck(SqlConnection sql) implements SiteCheck {

    private static final int LIMIT_S = 10;

    @Override
    public String subject() {
        return "sql rights";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(SqlSchemaCheck.SUBJECT);
    }

    @Override
    public CheckResult run() throws SQLException {
        List<String> missing;
        try (Connection open = sql.open()) {
            missing = new SqlRights(sql, open, LIMIT_S).missing();
        }
        String expected = "SELECT, INSERT and UPDATE of each table";
        return missing.isEmpty()
                ? CheckResult.ok(
                        subject(), "all, on " + SqlRights.tables().size() + " tables", expected)
                : CheckResult.fault(
                        subject(),
                        sql.userName() + " is refused " + String.join("; ", missing),
                        expected,
                        "Add the user to the role fuel_writer, or run doctor as the user of the"
                                + " jobs.");
    }
}
