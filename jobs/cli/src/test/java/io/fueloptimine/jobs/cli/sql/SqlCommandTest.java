package io.fueloptimine.jobs.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.cli.Fuel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SqlCommandTest {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Connection held;

    @BeforeEach
    void migrate() throws SQLException {
        SqlConnection connection = new SqlConnection(url, "sa", "");
        held = connection.open();
        SqlMigrations.migrate(connection);
        insert("Pérez, \"Ñ\" 😀", "2026-01-01 00:00:00");
        insert("=1+2", "2026-03-01 00:00:00");
    }

    private void insert(String id, String receivedAt) throws SQLException {
        try (var statement =
                held.prepareStatement(
                        "INSERT INTO rejected_reading (quality_id, received_at, replays)"
                                + " VALUES (?, CAST(? AS DATETIME2(3)), -7)")) {
            statement.setString(1, id);
            statement.setString(2, receivedAt);
            statement.executeUpdate();
        }
    }

    @AfterEach
    void close() throws SQLException {
        held.close();
    }

    @Test
    void aTableIsAlignedAndNumbersAreRounded() {
        assertThat(
                        query(
                                "SELECT quality_id AS name, replays, 1.0 / 3 AS third FROM"
                                        + " rejected_reading ORDER BY received_at",
                                "table"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "name          replays     third",
                        "Pérez, \"Ñ\" 😀       -7  0.333333",
                        "=1+2               -7  0.333333");
    }

    @Test
    void csvQuotesTextsAndDisarmsFormulas() {
        assertThat(
                        query(
                                "SELECT quality_id, replays, topic FROM rejected_reading"
                                        + " ORDER BY received_at",
                                "csv"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "quality_id,replays,topic", "\"Pérez, \"\"Ñ\"\" 😀\",-7,", "'=1+2,-7,");
    }

    @Test
    void jsonHasOneObjectPerRow() {
        assertThat(
                        query(
                                "SELECT quality_id, replays, topic, received_at FROM rejected_reading"
                                        + " WHERE quality_id LIKE '=%';",
                                "json"))
                .isZero();

        assertThat(out.toString().strip())
                .startsWith("{\"quality_id\":\"=1+2\",\"replays\":-7")
                .contains("2026-03-01")
                .endsWith("}");
    }

    @Test
    void theLimitIsSaidOnTheOtherStream() {
        assertThat(fuel("query", "--limit", "1", "SELECT quality_id FROM rejected_reading"))
                .isZero();

        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("The first 1 rows");
    }

    @Test
    void onlyOneQueryIsAccepted() throws SQLException {
        for (String sql :
                List.of(
                        "DELETE FROM rejected_reading",
                        "SELECT 1; DELETE FROM rejected_reading",
                        "SELECT ';' AS x; DROP TABLE rejected_reading",
                        "SELECT 1 DELETE FROM rejected_reading",
                        "")) {
            assertThat(query(sql, "table")).isEqualTo(2);
        }
        assertThat(query("SELECT no FROM nothing", "table")).isEqualTo(2);
        assertThat(query("SELECT ';' AS a -- x; y", "table")).isZero();

        assertThat(err.toString())
                .contains(
                        "expected one statement that begins with SELECT",
                        "the query contains DELETE",
                        "NOTHING");
        try (var row =
                held.createStatement().executeQuery("SELECT COUNT(*) FROM rejected_reading")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void retainCountsAndThenDeletes() {
        String[] options = {"--now", "2026-04-10T00:59:59Z", "--keep", "rejected_reading=90"};

        assertThat(fuel("retain", options[0], options[1], options[2], options[3], "--dry-run"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("rejected_reading +90  2026-01-10T00:00:00Z  1\n")
                .containsPattern("fuel_window +400  2025-03-06T00:00:00Z  0\n")
                .contains("would be deleted");
        for (int rows = 1; rows >= 0; rows--) {
            out.getBuffer().setLength(0);
            assertThat(fuel("retain", options)).isZero();
            assertThat(out.toString()).containsPattern("2026-01-10T00:00:00Z  " + rows + "\n");
        }
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThat(fuel("retain", "--keep", "haul_cycle=5")).isEqualTo(2);
        assertThat(fuel("retain", "--keep", "fuel_window=0")).isEqualTo(2);
        assertThat(fuel("retain", "--now", "yesterday")).isEqualTo(2);
        assertThat(fuel("query", "--format", "xml", "SELECT 1")).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "haul_cycle, expected one of [fuel_window",
                        "0, expected 1 day or more",
                        "expected a time in UTC",
                        "expected table, csv or json");
    }

    @Test
    void wrongOptionsOfACopyAreNamed() {
        String postgres = "jdbc:postgresql://127.0.0.1:1/mine";
        assertThat(copy(url, url)).isEqualTo(2);
        assertThat(copy(postgres, url)).isEqualTo(2);
        assertThat(copy(postgres + "?password=x", url)).isEqualTo(2);
        assertThat(copy(url, url, "--tables", "fuel_window,fuel_windows")).isEqualTo(2);
        assertThat(copy(url, url, "--batch", "0")).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "--from: rows are copied from PostgreSQL only",
                        "--from: cannot connect as sa at jdbc:postgresql://127.0.0.1:1/mine",
                        "--from: the JDBC URL contains password",
                        "fuel_windows, expected one of [equipment, fuel_window,",
                        "0, expected 1 or more");
    }

    private int copy(String from, String to, String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "sql",
                                "copy",
                                "--from",
                                from,
                                "--from-user",
                                "sa",
                                "--to",
                                to,
                                "--to-user",
                                "sa"));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    @Test
    void migrateRunsWhatIsMissing() {
        assertThat(fuel("migrate")).isZero();
        assertThat(out.toString()).startsWith("0 migrations ran");
    }

    private int query(String sql, String format) {
        return fuel("query", "--format", format, sql);
    }

    private int fuel(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of("sql", command, "--sql", url));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        CommandLine line = Fuel.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }
}
