package io.fueloptimine.jobs.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.cli.Fuel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DriftReportCommandTest {

    private static final int BINS_OF_PAYLOAD = 9;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String url;

    @BeforeEach
    void migrate() {
        url = "jdbc:h2:file:" + folder.resolve("mine").toAbsolutePath();
        SqlMigrations.migrate(new SqlConnection(url, "sa", ""));
    }

    @Test
    void showsTheNewestComparisonAndItsWorstFeature() throws Exception {
        insert("2026-01-06T08:00:00", "STABLE", 0.01, null);
        insert("2026-01-06T14:00:00", "DRIFTED", 1.4, "PSI beyond chance 1.400 > 0.250");

        int exit = run("--sql", url, "--report", folder.resolve("report").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("1 of 1 features have drifted (payload_t)")
                .contains("DRIFTED")
                .doesNotContain("STABLE");
        String page = Files.readString(folder.resolve("report").resolve("report.html"));
        assertThat(page).contains("training data, version 1", "PSI beyond chance").contains("<svg");
        assertThat(folder.resolve("report/pictures/930e-payload-t-histogram.svg")).exists();
        assertThat(folder.resolve("report/pictures/930e-payload-t-over-time.svg")).exists();
    }

    @Test
    void saysThatThereAreNoRows() {
        int exit = run("--sql", url);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("there is no comparison of site andes");
    }

    @Test
    void refusesTwoSources() {
        int exit = run("--sql", url, "--lake", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--sql", "one of --sql, --lake and --data");
    }

    private int run(String... options) {
        CommandLine fuel =
                Fuel.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 4];
        arguments[0] = "drift";
        arguments[1] = "report";
        arguments[2] = "--sql-user";
        arguments[3] = "sa";
        System.arraycopy(options, 0, arguments, 4, options.length);
        return fuel.execute(arguments);
    }

    private void insert(String at, String status, double psi, String exceeded) throws Exception {
        try (Connection connection = new SqlConnection(url, "sa", "").open();
                PreparedStatement row =
                        connection.prepareStatement(
                                "INSERT INTO data_drift (site, equipment_class, feature, at, since,"
                                        + " model_name, model_version, samples, psi, psi_by_chance,"
                                        + " kullback_leibler, jensen_shannon, wasserstein,"
                                        + " kolmogorov_smirnov, out_of_range_share, missing_share,"
                                        + " status, exceeded, counts, drifted_share) VALUES"
                                        + " ('andes', '930E', 'payload_t', ?,"
                                        + " '2026-01-05T08:00:00', 'fuel-window', '1', 900, ?, 0,"
                                        + " 0.1, 0.1, 0.1, 0.1, 0.1, 0, ?, ?, ?, 1)")) {
            row.setString(1, at);
            row.setDouble(2, psi);
            row.setString(3, status);
            row.setString(4, exceeded);
            row.setString(5, String.join(",", Collections.nCopies(BINS_OF_PAYLOAD, "100")));
            row.execute();
        }
    }
}
