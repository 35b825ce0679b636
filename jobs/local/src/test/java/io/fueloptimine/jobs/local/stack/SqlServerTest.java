package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.Restore;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerTest {

    @TempDir Path folder;

    @Test
    void theAnalystReadsTablesAndViewsThatAreCreatedLater() throws Exception {
        try (SqlServer server = SqlServer.start(folder, 0)) {
            SqlMigrations.migrate(server.connection());

            try (Connection analyst = analyst(server).open()) {
                assertThat(number(analyst, "SELECT COUNT(*) FROM fuel_window")).isZero();
                assertThat(number(analyst, "SELECT COUNT(*) FROM v_fleet_day")).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM fuel_window",
                "INSERT INTO equipment (site, equipment_id) VALUES ('x', 'y')",
                "CREATE ALIAS P FOR \"java.lang.System.getProperty(java.lang.String)\"",
                "CREATE TABLE other (x INT)",
                "CREATE USER other PASSWORD 'x' ADMIN",
                "ALTER USER analyst ADMIN TRUE",
                "CALL FILE_READ('/etc/passwd', NULL)",
                "CALL FILE_WRITE('x', '/tmp/never-written')",
                "SELECT * FROM CSVREAD('/etc/passwd')",
                "CALL CSVWRITE('/tmp/never-written', 'SELECT 1')",
                "CALL LINK_SCHEMA('L', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
                "SCRIPT TO '/tmp/never-written'",
                "RUNSCRIPT FROM '/tmp/never-read'",
                "BACKUP TO '/tmp/never-written'",
                "SHUTDOWN"
            })
    void theAnalystCanDoNothingElse(String statement) throws Exception {
        try (SqlServer server = SqlServer.start(folder, 0)) {
            SqlMigrations.migrate(server.connection());
            try (Connection analyst = analyst(server).open()) {
                assertThatThrownBy(() -> analyst.createStatement().execute(statement))
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(rights|privilege|Admin).*");
            }
            assertThat(Path.of("/tmp/never-written")).doesNotExist();
        }
    }

    @Test
    void aBackupOfARunningServerIsRestored(@TempDir Path backups) throws Exception {
        Path backup = backups.resolve("backup.zip");
        try (SqlServer server = SqlServer.start(folder, 0)) {
            SqlMigrations.migrate(server.connection());
            try (Connection writer = server.connection().open();
                    Connection administrator = server.connection().open()) {
                writer.setAutoCommit(false);
                addEquipment(writer, "committed");
                writer.commit();
                addEquipment(writer, "not committed");
                administrator.createStatement().execute("BACKUP TO '" + backup + "'");
            }
        }
        Path restored = backups.resolve("restored");
        Restore.execute(backup.toString(), restored.toString(), null);
        Path password = SqlServer.passwordFile(folder, SqlServer.ADMINISTRATOR);
        Files.copy(password, restored.resolve(password.getFileName()));

        try (SqlServer server = SqlServer.start(restored, 0)) {
            SqlMigrations.migrate(server.connection());
            try (Connection connection = server.connection().open();
                    ResultSet rows =
                            connection
                                    .createStatement()
                                    .executeQuery("SELECT equipment_id FROM equipment")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("committed");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void anInterruptedServerLosesNoCommittedRow() throws Exception {
        try (SqlServer server = SqlServer.start(folder, 0)) {
            SqlMigrations.migrate(server.connection());
            Connection before = server.connection().open();
            addEquipment(before, "committed");

            server.interrupt();
            assertThatThrownBy(() -> addEquipment(before, "refused"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> server.connection().open()).isInstanceOf(SQLException.class);

            server.resume();
            try (Connection after = server.connection().open()) {
                assertThat(number(after, "SELECT COUNT(*) FROM equipment")).isOne();
            }
        }
    }

    @Test
    void passwordsAreGeneratedOnceAndOnlyTheOwnerReadsThem() throws Exception {
        SqlServer.start(folder, 0).close();
        Path administrator = SqlServer.passwordFile(folder, SqlServer.ADMINISTRATOR);
        Path analyst = SqlServer.passwordFile(folder, SqlServer.ANALYST);
        String generated = Files.readString(administrator);

        try (SqlServer again = SqlServer.start(folder, 0)) {
            again.connection().open().close();
        }

        assertThat(administrator).hasContent(generated);
        assertThat(generated.strip()).hasSize(48).isNotEqualTo(Files.readString(analyst).strip());
        for (Path file : new Path[] {administrator, analyst}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void setsThePasswordOfADatabaseOfAnEarlierVersion() throws Exception {
        Server old =
                Server.createTcpServer(
                                "-tcp", "-tcpPort", "0", "-ifNotExists", "-baseDir", "" + folder)
                        .start();
        String url = "jdbc:h2:tcp://127.0.0.1:" + old.getPort() + "/./fueloptimine";
        try (Connection connection = new SqlConnection(url, "sa", "").open()) {
            connection.createStatement().execute("CREATE TABLE old (x INT)");
        }
        old.stop();

        try (SqlServer server = SqlServer.start(folder, 0);
                Connection connection = server.connection().open()) {
            assertThat(number(connection, "SELECT COUNT(*) FROM old")).isZero();
        }
    }

    @Test
    void namesAPasswordFileThatIsDamaged() throws IOException {
        Path file = SqlServer.passwordFile(folder, SqlServer.ADMINISTRATOR);
        Files.writeString(file, "'; DROP TABLE fuel_window --");

        assertThatThrownBy(() -> SqlServer.start(folder, 0))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(file.toString());
    }

    private static void addEquipment(Connection connection, String id) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO equipment (site, equipment_id) VALUES ('pit', ?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    private SqlConnection analyst(SqlServer server) throws IOException {
        return SqlConnection.withPasswordFile(
                server.url(), SqlServer.ANALYST, SqlServer.passwordFile(folder, SqlServer.ANALYST));
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
