package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another user of the machine tries at the SQL server and the data folder. */
class SqlServerAttackTest {

    private static final String RUN_CODE =
            "CREATE ALIAS IF NOT EXISTS PROPERTY FOR \"java.lang.System.getProperty(java.lang.String)\"";

    @TempDir Path folder;

    @Test
    void theAdministratorCannotBeUsedWithoutAPassword() {
        try (SqlServer server = SqlServer.start(folder, 0)) {
            assertThatThrownBy(() -> execute(server.url(), "sa", "", RUN_CODE))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Wrong user name or password");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./mine2",
                "mine2",
                "./sub/mine2",
                "../mine2",
                "~/mine2",
                "/tmp/mine2",
                "mem:mine2",
                "nioMapped:./mine2",
                "split:./mine2",
                "zip:./x.zip!/mine2",
                "nioMemFS:mine2",
                "mem:"
            })
    void noDatabaseCanBeCreatedFromOutside(String name) throws Exception {
        try (SqlServer server = SqlServer.start(folder, 0)) {
            String other = server.url().replace("./fueloptimine", name);
            assertThatThrownBy(() -> execute(other, "sa", "", RUN_CODE))
                    .isInstanceOf(SQLException.class);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().contains("mine2"));
        }
    }

    @Test
    void theServerCannotBeStoppedFromOutside() throws Exception {
        try (SqlServer server = SqlServer.start(folder, 0)) {
            String address = server.url().replaceFirst("jdbc:h2:(tcp://[^/]*).*", "$1");
            for (String password : new String[] {"", "sa"}) {
                assertThatThrownBy(() -> Server.shutdownTcpServer(address, password, true, false))
                        .isInstanceOf(SQLException.class);
            }
            server.connection().open().close();
        }
    }

    @Test
    void otherUsersCannotEnterTheDataFolder() throws Exception {
        Path open = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (DataFolder data = DataFolder.open(open);
                SqlServer server = SqlServer.start(data.sql(), 0)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                    .isEqualTo("rwx------");
        }
    }

    private static void execute(String url, String user, String password, String sql)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.createStatement().execute(sql);
        }
    }
}
