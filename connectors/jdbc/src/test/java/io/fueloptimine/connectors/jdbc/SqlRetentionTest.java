package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SqlRetentionTest {

    private static final Instant CUT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void rowsBeforeTheCutAreDeletedAndNoOthers() throws SQLException {
        try (MineDatabase database = new MineDatabase();
                Connection connection = database.connection().open()) {
            for (int hour = -50; hour < 3; hour += 2) {
                add(connection, CUT.plus(Duration.ofHours(hour)));
            }
            execute(connection, "INSERT INTO rejected_reading (quality_id) VALUES ('no time')");

            assertThat(SqlRetention.count(connection, "rejected_reading", CUT)).isEqualTo(25);
            assertThat(SqlRetention.delete(connection, "rejected_reading", CUT)).isEqualTo(25);
            assertThat(
                            database.rows(
                                    "SELECT quality_id FROM rejected_reading ORDER BY received_at"))
                    .containsExactly("no time", CUT.toString(), "2026-01-01T02:00:00Z");
            assertThat(SqlRetention.delete(connection, "rejected_reading", CUT)).isZero();
        }
    }

    @Test
    void everyRuleNamesATableWithItsTime() throws SQLException {
        try (MineDatabase database = new MineDatabase();
                Connection connection = database.connection().open()) {
            for (String table : SqlRetention.defaultDays().keySet()) {
                assertThat(SqlRetention.delete(connection, table, CUT)).isZero();
            }
            assertThatThrownBy(() -> SqlRetention.count(connection, "haul_cycle", CUT))
                    .hasMessageStartingWith("no retention for table haul_cycle, expected one of");
        }
    }

    @Test
    void onlyFullHoursAreDeleted() throws SQLException {
        try (MineDatabase database = new MineDatabase();
                Connection connection = database.connection().open()) {
            assertThatThrownBy(
                            () ->
                                    SqlRetention.delete(
                                            connection, "fuel_window", CUT.plusSeconds(1)))
                    .hasMessage("before is 2026-01-01T00:00:01Z, expected a full hour");
        }
    }

    private static void add(Connection connection, Instant at) throws SQLException {
        execute(
                connection,
                "INSERT INTO rejected_reading (quality_id, received_at) VALUES ('"
                        + at
                        + "', '"
                        + at.toString().replace("Z", "").replace('T', ' ')
                        + "')");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
