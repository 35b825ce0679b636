package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.cli.cluster.TableSetup;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Checks that the tables have the machines of the mine files and the versions of the registry.
 *
 * @param sql the connection
 * @param mines the mines
 * @param registry the folder of the model registry
 */
record SqlRowsCheck(SqlConnection sql, MineSites mines, Path registry) implements SiteCheck {

    @Override
    public String subject() {
        return "sql machines and models";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(SqlSchemaCheck.SUBJECT);
    }

    @Override
    public CheckResult run() throws SQLException {
        List<String> missing;
        try (Connection open = sql.open()) {
            missing = TableSetup.missingRows(open, mines, registry);
        }
        String expected = "all machines of --mines, all versions of --registry";
        return missing.isEmpty()
                ? CheckResult.ok(subject(), "none is missing", expected)
                : CheckResult.fault(
                        subject(),
                        "setup would " + String.join("; ", missing),
                        expected,
                        "Run deploy/fuel setup with the same options.");
    }
}
