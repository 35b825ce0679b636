package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlConnectionTest {

    @Test
    void hidesThePasswordInUrlAndUser(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        SqlConnection connection =
                SqlConnection.withPasswordFile(
                        "jdbc:sqlserver://db:1433;databaseName=mine;password=other", "fuel", file);

        assertThat(connection.password()).isEqualTo("s3cret");
        assertThat(connection).hasToString("fuel at jdbc:sqlserver://db:1433");
    }

    @Test
    void setsH2ToSqlServerModeUnlessTheUrlHasAMode() {
        assertThat(new SqlConnection("jdbc:h2:mem:a", "sa", "").url())
                .isEqualTo("jdbc:h2:mem:a;MODE=MSSQLServer");
        assertThat(new SqlConnection("jdbc:h2:mem:a;mode=MSSQLServer", "sa", "").url())
                .isEqualTo("jdbc:h2:mem:a;mode=MSSQLServer");
    }

    @Test
    void refusesOtherDatabases() {
        assertThatThrownBy(() -> new SqlConnection("jdbc:oracle:thin:@x", "a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected jdbc:h2: or jdbc:sqlserver:");
    }
}
