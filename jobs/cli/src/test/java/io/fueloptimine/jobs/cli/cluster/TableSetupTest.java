package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSites;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TableSetupTest {

    private final SqlConnection sql =
            new SqlConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");

    @Test
    void anEmptyDatabaseNeedsEverything() throws SQLException {
        try (Connection open = sql.open()) {
            assertThat(compare(open).changes())
                    .anyMatch(change -> change.startsWith("run migration V1__"))
                    .anyMatch(change -> change.startsWith("write "));
        }
    }

    @Test
    void aQueryThatFailsIsAFaultAndNoMissingRow() throws SQLException {
        try (Connection owner = sql.open()) {
            SqlMigrations.migrate(sql);
            owner.createStatement().execute("CREATE USER person PASSWORD 'x'");
            try (Connection person = DriverManager.getConnection(sql.url(), "person", "x")) {
                assertThatThrownBy(() -> compare(person))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("cannot compare the SQL tables")
                        .hasMessageContaining("rights");
            }
        }
    }

    private TableSetup compare(Connection open) {
        FuelHome home = FuelHome.find();
        return TableSetup.compare(open, sql, "", MineSites.read(home.mine()), home.registry());
    }
}
