package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void anHourOfManyRowsIsDeletedInBatches() throws SQLException {
        try (MineDatabase database = new MineDatabase();
                Connection connection = database.connection().open()) {
            int rows = 2 * SqlRetention.BATCH_ROWS + 1;
            execute(
                    connection,
                    "INSERT INTO rejected_reading (quality_id, received_at) SELECT CAST(x AS"
                            + " NVARCHAR(20)), CAST('2025-12-31 23:30:00' AS DATETIME2(3)) FROM"
                            + " SYSTEM_RANGE(1, "
                            + rows
                            + ")");
            try (var one =
                    connection.prepareStatement(
                            SqlRetention.statements(SqlDialect.H2).stream()
                                    .filter(sql -> sql.contains(" rejected_reading "))
                                    .findFirst()
                                    .orElseThrow())) {
                SqlType.TIME.bind(SqlDialect.H2, one, 1, CUT, true);
                assertThat(one.executeUpdate()).isEqualTo(SqlRetention.BATCH_ROWS);
            }

            assertThat(SqlRetention.delete(connection, "rejected_reading", CUT))
                    .isEqualTo(rows - SqlRetention.BATCH_ROWS);
        }
    }

    @Test
    void everyTimeHasAnIndexInBothDialects() throws IOException {
        for (String dialect : List.of("h2", "sqlserver")) {
            Map<String, String> columns = new HashMap<>();
            Matcher index =
                    Pattern.compile(
                                    "(?:CREATE INDEX|DROP INDEX) (ix_\\w+) ON (\\w+)(?: \\((\\w+))?")
                            .matcher(SqlScript.migrations(dialect));
            while (index.find()) {
                if (index.group(3) == null) {
                    columns.remove(index.group(1));
                } else {
                    columns.put(index.group(1), index.group(2) + " " + index.group(3));
                }
            }
            SqlRetention.timeColumns()
                    .forEach(
                            (table, column) ->
                                    assertThat(columns.values())
                                            .as(dialect)
                                            .contains(table + " " + column));
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
