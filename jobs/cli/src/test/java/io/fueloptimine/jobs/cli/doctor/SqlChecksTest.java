package io.fueloptimine.jobs.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.AppliedMigrations;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.jdbc.SqlRights;
import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.site.MineSites;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks of the database, on H2 in memory. */
class SqlChecksTest {

    private static final String PASSWORD = "secret-of-person";
    private static final String NEWEST = SqlMigrations.newestVersion();

    private final SqlConnection owner =
            new SqlConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    private final SqlConnection person = new SqlConnection(owner.url(), "person", PASSWORD);

    private Connection open;

    @BeforeEach
    void open() throws SQLException {
        open = owner.open();
        execute("CREATE USER person PASSWORD '" + PASSWORD + "'");
    }

    @AfterEach
    void close() throws SQLException {
        open.close();
    }

    @Test
    void aWrongPasswordIsAFaultWithoutThePassword() {
        CheckResult result =
                new SqlCheck(new SqlConnection(owner.url(), "person", "wrong-secret")).run();

        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found()).contains("wrong user or password").doesNotContain("secret");
        assertThat(new SqlCheck(person).run().status()).isEqualTo(Status.OK);
    }

    @Test
    void theClockOfTheServerIsCompared() throws SQLException {
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-90));

        assertThat(clock(Clock.systemUTC()).status()).isEqualTo(Status.OK);
        assertThat(clock(late).status()).isEqualTo(Status.FAULT);
        assertThat(clock(late).found()).matches("the clock is (89|9[0-9])\\.\\d s ahead of .*");
    }

    @Test
    void pendingMigrationsAreAFault() {
        CheckResult before = schema(owner, "").run();
        assertThat(before.status()).isEqualTo(Status.FAULT);
        assertThat(before.found()).matches("no tables, \\d+ migrations pending");

        SqlMigrations.migrate(owner);
        CheckResult after = schema(owner, "").run();
        assertThat(after.status()).isEqualTo(Status.OK);
        assertThat(after.found()).isEqualTo("V" + NEWEST);
    }

    @Test
    void aDatabaseOfANewerBuildIsAFault() throws SQLException {
        SqlMigrations.migrate(owner);
        execute(
                "INSERT INTO \"flyway_schema_history\" SELECT 999, '999', 'later', \"type\","
                        + " 'V999__later.sql', \"checksum\", \"installed_by\", \"installed_on\","
                        + " \"execution_time\", TRUE FROM \"flyway_schema_history\" WHERE"
                        + " \"installed_rank\" = 1");

        CheckResult result = schema(owner, "").run();

        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found()).isEqualTo("V999, unknown to this build: V999");
    }

    @Test
    void aFailedMigrationIsAFault() {
        CheckResult result =
                SqlSchemaCheck.result(
                        new AppliedMigrations(
                                Optional.of("3"),
                                List.of("V4__b.sql"),
                                List.of("V3__a.sql"),
                                List.of()),
                        "4");

        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found()).isEqualTo("V3, failed: V3__a.sql");
    }

    @Test
    void aUserWithoutRightsLacksEachTable() throws SQLException {
        SqlMigrations.migrate(owner);

        CheckResult result = new SqlRightsCheck(person).run();

        assertThat(result.status()).isEqualTo(Status.FAULT);
        for (String table : SqlRights.tables()) {
            assertThat(result.found()).contains("SELECT of " + table + " ");
        }
    }

    @Test
    void aReaderLacksInsertAndUpdate() throws SQLException {
        SqlMigrations.migrate(owner);
        execute("GRANT fuel_writer TO person");
        execute("REVOKE INSERT ON fuel_window FROM fuel_writer");
        execute("REVOKE UPDATE ON alert FROM fuel_writer");

        CheckResult result = new SqlRightsCheck(person).run();

        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found())
                .matches(
                        "person is refused INSERT into fuel_window \\(SQLSTATE .*\\);"
                                + " UPDATE of alert \\(SQLSTATE .*\\)");
    }

    @Test
    void aWriterHasAllRightsAndNoRowIsWritten() throws SQLException {
        SqlMigrations.migrate(owner);
        execute("GRANT fuel_writer TO person");

        assertThat(new SqlRightsCheck(person).run().status()).isEqualTo(Status.OK);
        assertThat(schema(person, PASSWORD).run().status()).isEqualTo(Status.WARN);
        for (String table : SqlRights.tables()) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void machinesAndModelsThatAreMissingAreNamed() throws SQLException {
        SqlMigrations.migrate(owner);
        FuelHome home = FuelHome.find();

        CheckResult result =
                new SqlRowsCheck(owner, MineSites.read(home.mine()), home.registry()).run();

        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found())
                .contains("machines of site andes")
                .contains("add model version fuel-window 1");
    }

    private CheckResult clock(Clock here) throws SQLException {
        return new SqlClockCheck(owner, new ClockSkew(here)).run();
    }

    private static SqlSchemaCheck schema(SqlConnection sql, String password) {
        return new SqlSchemaCheck(sql, password, NEWEST);
    }

    private void execute(String statement) throws SQLException {
        try (Statement executed = open.createStatement()) {
            executed.execute(statement);
        }
    }

    private long count(String table) throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
