package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import java.io.NotSerializableException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlConnectionTest {

    @Test
    void hidesThePasswordInUrlAndUser(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        SqlConnection connection =
                SqlConnection.withPasswordFile(
                        "jdbc:sqlserver://db:1433;databaseName=mine", "fuel", file);

        assertThat(connection.password()).isEqualTo("s3cret");
        assertThat(connection).hasToString("fuel at jdbc:sqlserver://db:1433");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlserver://db;databaseName=mine;password=s3cret",
                "jdbc:sqlserver://db; PASSWORD = s3cret",
                "jdbc:sqlserver://db;trustStorePassword=s3cret",
                "jdbc:sqlserver://db;accessToken=s3cret",
                "jdbc:sqlserver://db;keyVaultProviderClientKey=s3cret",
                "jdbc:h2:tcp://127.0.0.1:9095/./mine;USER=sa;PASSWORD=s3cret"
            })
    void refusesASecretInTheUrlWithoutShowingIt(String url) {
        assertThatThrownBy(() -> new SqlConnection(url, "fuel", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected secrets in the password file only")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void isSerializedWithTheNameOfTheFileAndReadsItAgain(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        SqlConnection here = SqlConnection.withPasswordFile("jdbc:h2:mem:a", "sa", file);

        byte[] bytes = InstantiationUtil.serializeObject(here);
        SqlConnection there =
                InstantiationUtil.deserializeObject(bytes, getClass().getClassLoader());

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .contains(file.toString())
                .doesNotContain("s3cret");
        assertThat(there.password()).isEqualTo("s3cret");
        Files.writeString(file, "changed\n");
        assertThat(there.password()).isEqualTo("changed");
        Files.delete(file);
        assertThatThrownBy(there::password)
                .isInstanceOf(SQLException.class)
                .hasMessage("cannot read the password file " + file + " for sa at jdbc:h2:mem:a");
    }

    @Test
    void aPasswordInMemoryIsNotSerialized() throws Exception {
        SqlConnection connection = new SqlConnection("jdbc:h2:mem:a", "sa", "s3cret");

        assertThatThrownBy(() -> InstantiationUtil.serializeObject(connection))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageContaining("expected a file")
                .hasMessageNotContaining("s3cret");
        assertThat(
                        InstantiationUtil.<SqlConnection>deserializeObject(
                                        InstantiationUtil.serializeObject(
                                                new SqlConnection("jdbc:h2:mem:a", "sa", "")),
                                        getClass().getClassLoader())
                                .password())
                .isEmpty();
    }

    /** As a sink does after it lost its connection. */
    @Test
    void aSinkUsesAChangedPasswordFromItsNextConnectionOn(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "first\n");
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        SqlConnection connection = SqlConnection.withPasswordFile(url, "sa", file);
        try (Connection held = connection.open()) {
            SqlMigrations.migrate(connection);
            SqlBatch<HaulCycle> batch =
                    new SqlBatch<>(MineTables.haulCycle(), connection, Clock.systemUTC());
            List<HaulCycle> rows = List.of(MineRecords.cycle("c1", "T1", MineRecords.AT, 300));
            batch.writeAll(rows);
            held.createStatement().execute("ALTER USER sa SET PASSWORD 'second'");
            batch.close();
            assertThatThrownBy(() -> batch.writeAll(rows)).isInstanceOf(SQLException.class);

            Files.writeString(file, "second\n");

            batch.writeAll(rows);
            batch.close();
        }
    }

    @Test
    void saysWhyALoginIsRefusedAndNothingOfAServerThatIsAway(@TempDir Path folder)
            throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        SqlConnection right = new SqlConnection(url, "sa", "right");
        try (Connection held = right.open()) {
            assertThat(right.refusal()).isEmpty();
            assertThat(new SqlConnection(url, "sa", "wrong").refusal())
                    .hasValueSatisfying(
                            text ->
                                    assertThat(text)
                                            .startsWith("cannot connect as sa at " + url + ": ")
                                            .contains("password"));
            Path file = Files.writeString(folder.resolve("password"), "x");
            SqlConnection withoutFile = SqlConnection.withPasswordFile(url, "sa", file);
            Files.delete(file);
            assertThat(withoutFile.refusal()).get().asString().contains("cannot read the password");
        }
        assertThat(new SqlConnection("jdbc:h2:tcp://localhost:1/x", "sa", "").refusal()).isEmpty();
    }

    @Test
    void limitsTheTimesOfSqlServerUnlessTheUrlDoes() throws Exception {
        String url = "jdbc:sqlserver://db;databaseName=mine; SocketTimeout = 7";
        Properties limits = new Properties();
        limits.putAll(new SqlConnection(url, "fuel", "").limits());

        Map<String, String> used = new HashMap<>();
        for (var property : DriverManager.getDriver(url).getPropertyInfo(url, limits)) {
            used.put(property.name, property.value);
        }
        assertThat(used)
                .containsEntry("loginTimeout", "30")
                .containsEntry("lockTimeout", "30000")
                .containsEntry("socketTimeout", "7");
        assertThat(new SqlConnection("jdbc:sqlserver://db", "fuel", "").limits())
                .containsEntry("socketTimeout", "300000");
        assertThat(new SqlConnection("jdbc:h2:mem:a", "sa", "").limits()).isEmpty();
        assertThat(
                        new SqlConnection("jdbc:postgresql://db/mine?a=b&socketTimeout=7", "f", "")
                                .limits())
                .containsOnlyKeys("loginTimeout", "tcpKeepAlive");
    }

    /** A server that accepts connections and then says nothing. */
    @Test
    void aSilentServerIsAwayAfterTheTimeOfALogin() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            SqlConnection silent =
                    new SqlConnection(
                            "jdbc:sqlserver://localhost:"
                                    + server.getLocalPort()
                                    + ";loginTimeout=1;connectRetryCount=0",
                            "fuel",
                            "");

            assertThatThrownBy(silent::open)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(SqlFault.of(e)).isEqualTo(SqlFault.AWAY));
        }
    }

    @Test
    void setsH2ToSqlServerModeUnlessTheUrlHasAMode() {
        assertThat(new SqlConnection("jdbc:h2:mem:a", "sa", "").url())
                .isEqualTo("jdbc:h2:mem:a;MODE=MSSQLServer");
        assertThat(new SqlConnection("jdbc:h2:mem:a;mode=MSSQLServer", "sa", "").url())
                .isEqualTo("jdbc:h2:mem:a;mode=MSSQLServer");
    }

    @Test
    void aSecretInTheUrlOfPostgresIsRefused() {
        for (String url :
                new String[] {
                    "jdbc:postgresql://db/mine?password=x",
                    "jdbc:postgresql://db/mine?a=b&sslpassword=x"
                }) {
            assertThatThrownBy(() -> new SqlConnection(url, "fuel", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected secrets in the password file only");
        }
        assertThat(new SqlConnection("jdbc:postgresql://db/mine?ssl=true", "fuel", ""))
                .hasToString("fuel at jdbc:postgresql://db/mine");
    }

    @Test
    void refusesOtherDatabases() {
        assertThatThrownBy(() -> new SqlConnection("jdbc:oracle:thin:@x", "a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected jdbc:h2:, jdbc:sqlserver: or jdbc:postgresql:");
    }
}
