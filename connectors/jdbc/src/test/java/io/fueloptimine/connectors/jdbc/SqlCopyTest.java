package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies from PostgreSQL into H2 in the mode of SQL Server. */
class SqlCopyTest {

    private static final int KILLS = 20;

    private SqlConnection source;
    private Connection from;

    @BeforeEach
    void migrate() throws Exception {
        source = PostgresServer.shared().newDatabase();
        SqlMigrations.migrate(source);
        from = source.open();
    }

    @AfterEach
    void close() throws SQLException {
        if (from != null) {
            from.close();
        }
    }

    @Test
    void onlyChangesAreCopiedAndARepeatChangesNothing() throws Exception {
        RandomRows rows = new RandomRows(11);
        try (MineDatabase target = new MineDatabase()) {
            for (int i = 0; i < 4; i++) {
                rows.write(source, 40);
                long pending = pending(target.connection());

                assertThat(copy(target.connection(), 7)).isEqualTo(pending).isPositive();
                requireSame(target);
                assertThat(pending(target.connection())).isZero();
                assertThat(copy(target.connection(), 7)).isZero();
            }
            assertThat(target.rows("SELECT SUM(copied_rows) FROM copy_watermark").get(0))
                    .isNotEqualTo("0");
        }
    }

    @Test
    void rowsOfATransactionThatEndsLateAreNotMissed() throws Exception {
        try (MineDatabase target = new MineDatabase();
                Connection late = source.open()) {
            late.setAutoCommit(false);
            new RandomRows(12).write(SqlDialect.POSTGRESQL, late, 10);
            execute("INSERT INTO haul_cycle (cycle_id, site) VALUES ('newer', 'andes')");
            copy(target.connection(), 3);
            copy(target.connection(), 3);
            assertThat(target.rows("SELECT cycle_id FROM haul_cycle")).isEmpty();

            late.commit();
            copy(target.connection(), 3);

            requireSame(target);
            assertThat(target.rows("SELECT cycle_id FROM haul_cycle"))
                    .contains("newer")
                    .hasSize(11);
        }
    }

    @Test
    void anOlderRowReplacesNoNewerOneOfTheTarget() throws Exception {
        try (MineDatabase target = new MineDatabase()) {
            target.write(MineTables.fuelWindow(), MineRecords.window(0, 60, 7));
            SqlTables.write(source, MineTables.fuelWindow(), List.of(MineRecords.window(0, 50, 6)));
            copy(target.connection(), 3);

            assertThat(target.rows("SELECT readings FROM fuel_window")).containsExactly("60");
        }
    }

    @Test
    void anHourIsReplacedAsAWhole() throws Exception {
        String insert =
                "INSERT INTO fuel_hour (site, machine_id, hour_start, operator_id, model_version,"
                        + " windows) VALUES ('andes', 'T1', '2026-01-05 08:00', '%s', '1', 60)";
        try (MineDatabase target = new MineDatabase()) {
            execute(insert.formatted("a"));
            copy(target.connection(), 3);
            execute("DELETE FROM fuel_hour");
            execute(insert.formatted("b"));
            copy(target.connection(), 3);

            assertThat(target.rows("SELECT operator_id FROM fuel_hour")).containsExactly("b");
        }
    }

    @Test
    void aSecondCopyOfATableStops() throws Exception {
        new RandomRows(13).write(source, 10);
        try (MineDatabase target = new MineDatabase();
                SqlCopy first = SqlCopy.open(source, target.connection(), 3);
                SqlCopy second = SqlCopy.open(source, target.connection(), 3)) {
            List<Long> done = new ArrayList<>();
            assertThatThrownBy(
                            () ->
                                    first.copy(
                                            "haul_cycle",
                                            rows -> {
                                                if (done.isEmpty()) {
                                                    done.add(rows);
                                                    run(second);
                                                }
                                            }))
                    .hasMessage("another copy of table haul_cycle from the same source is running");
            requireSame(target, "haul_cycle");
        }
    }

    private static void run(SqlCopy copy) {
        try {
            copy.copy("haul_cycle", rows -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its transactions have numbers that this server has not reached. */
    @Test
    void aRestoredDumpIsRefusedUntilItsRowsAreNumberedAnew() throws Exception {
        execute("INSERT INTO haul_cycle (cycle_id) VALUES ('a')");
        execute("ALTER TABLE haul_cycle DISABLE TRIGGER ALL");
        execute("UPDATE haul_cycle SET changed_by = '4000000000'");
        execute("ALTER TABLE haul_cycle ENABLE TRIGGER ALL");
        try (MineDatabase target = new MineDatabase()) {
            assertThatThrownBy(() -> copy(target.connection(), 3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("UPDATE haul_cycle SET changed_by = changed_by");

            execute("UPDATE haul_cycle SET changed_by = changed_by");
            copy(target.connection(), 3);
            assertThat(target.rows("SELECT cycle_id FROM haul_cycle")).containsExactly("a");
        }
    }

    @Test
    void onlyTheRightsOfAnAnalystAndOfAWriterAreNeeded() throws Exception {
        new RandomRows(14).write(source, 10);
        String password = UUID.randomUUID().toString();
        String reader = "reader_" + password.substring(0, 8);
        execute("CREATE ROLE " + reader + " LOGIN PASSWORD '" + password + "'");
        execute("GRANT fuel_analyst TO " + reader);
        try (MineDatabase target = new MineDatabase();
                Connection owner = target.connection().open()) {
            owner.createStatement().execute("CREATE USER writer PASSWORD 'x'");
            owner.createStatement().execute("GRANT fuel_writer TO writer");
            try (SqlCopy copy =
                    SqlCopy.open(
                            new SqlConnection(source.url(), reader, password),
                            new SqlConnection(target.connection().url(), "writer", "x"),
                            3)) {
                for (String table : SqlCopy.tables()) {
                    copy.copy(table, rows -> {});
                }
            }
            requireSame(target);
        }
    }

    @Test
    void onlyPostgresIsASource() throws Exception {
        try (MineDatabase target = new MineDatabase()) {
            assertThatThrownBy(() -> SqlCopy.open(target.connection(), source, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected jdbc:postgresql:");
        }
    }

    /**
     * A copy is killed {@value #KILLS} times at seeded places, while the source changes; the last
     * one ends by itself.
     */
    @Test
    void aCopyThatIsKilledLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
        Random random = new Random(15);
        RandomRows rows = new RandomRows(16);
        Path noPassword = Files.writeString(folder.resolve("none"), "");
        Path password = Files.writeString(folder.resolve("password"), source.password());
        Server server =
                Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", "" + folder)
                        .start();
        try {
            SqlConnection target =
                    new SqlConnection(
                            "jdbc:h2:tcp://localhost:" + server.getPort() + "/./mine", "sa", "");
            SqlMigrations.migrate(target);
            List<String> arguments =
                    List.of(
                            source.url(),
                            source.userName(),
                            password.toString(),
                            target.url(),
                            target.userName(),
                            noPassword.toString());
            rows.write(source, 60);
            int killed = 0;
            while (killed < KILLS) {
                killed +=
                        killedAfter(1 + random.nextInt(60), random.nextInt(20), arguments) ? 1 : 0;
                rows.write(source, 3 + random.nextInt(30));
            }

            assertThat(killedAfter(Integer.MAX_VALUE, 0, arguments)).isFalse();

            try (Connection to = target.open()) {
                for (String table : SqlCopy.tables()) {
                    assertThat(content(to, target.dialect(), table))
                            .as(table)
                            .isEqualTo(content(from, source.dialect(), table))
                            .isNotEmpty();
                }
            }
        } finally {
            server.stop();
        }
    }

    /**
     * Runs a copy, and kills it after some transactions and a pause in the next one.
     *
     * @return whether the copy was killed before it was done
     */
    private static boolean killedAfter(int transactions, int pauseMillis, List<String> arguments)
            throws Exception {
        Process copy = CopyProcess.start(arguments);
        List<String> lines = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(copy.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && lines.size() < transactions) {
                lines.add(line);
                if (lines.size() == transactions) {
                    copy.waitFor(pauseMillis, TimeUnit.MILLISECONDS);
                    // The handle's kill -9 leaves the pipe open, which has the last lines.
                    copy.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
            while (line != null) {
                lines.add(line);
                line = output.readLine();
            }
        } finally {
            copy.destroyForcibly().waitFor();
        }
        boolean done = lines.contains("done");
        assertThat(copy.exitValue() == 0 || copy.exitValue() == 137).as(lines.toString()).isTrue();
        return !done;
    }

    private long copy(SqlConnection target, int batchRows) throws SQLException {
        long copied = 0;
        try (SqlCopy copy = SqlCopy.open(source, target, batchRows)) {
            for (String table : SqlCopy.tables()) {
                copied += copy.copy(table, rows -> {});
            }
        }
        return copied;
    }

    private long pending(SqlConnection target) throws SQLException {
        long pending = 0;
        try (SqlCopy copy = SqlCopy.open(source, target, 1)) {
            for (String table : SqlCopy.tables()) {
                pending += copy.pending(table);
            }
        }
        return pending;
    }

    private void requireSame(MineDatabase target) throws SQLException {
        for (String table : SqlCopy.tables()) {
            requireSame(target, table);
        }
    }

    private void requireSame(MineDatabase target, String table) throws SQLException {
        try (Connection to = target.connection().open()) {
            assertThat(content(to, SqlDialect.H2, table))
                    .as(table)
                    .isEqualTo(content(from, SqlDialect.POSTGRESQL, table))
                    .isNotEmpty();
        }
    }

    /** All rows of a table, with bytes as texts, in the order of their texts. */
    private static List<String> content(Connection connection, SqlDialect dialect, String table)
            throws SQLException {
        List<SqlColumn<?>> columns = CopiedTables.of(table).columns();
        String query =
                columns.stream()
                        .map(column -> dialect.quoted(column.name()))
                        .collect(Collectors.joining(", ", "SELECT ", " FROM " + table));
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (SqlColumn<?> column : columns) {
                    Object value = CopySource.value(found, column);
                    cells.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : "" + value);
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows.stream().sorted().toList();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = from.createStatement()) {
            statement.execute(sql);
        }
    }
}
