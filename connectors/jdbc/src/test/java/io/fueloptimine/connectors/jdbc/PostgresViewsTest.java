package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same writes leave the same tables and views in H2 and in PostgreSQL. */
class PostgresViewsTest {

    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final MathContext COMPARED = new MathContext(12);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @AfterEach
    void restore() {
        TimeZone.setDefault(ZONE);
    }

    @Test
    void theRowsAreThoseOfH2InEveryTimeZone() throws Exception {
        // The driver takes the zone of the session from the JVM; this one skips an hour.
        TimeZone.setDefault(TimeZone.getTimeZone("America/Santiago"));
        SqlConnection postgres = PostgresServer.shared().newDatabase();
        SqlMigrations.migrate(postgres);
        try (MineDatabase h2 = new MineDatabase();
                Connection held = h2.connection().open();
                Connection other = postgres.open()) {
            new RandomRows(7).write(h2.connection(), 300);
            new RandomRows(7).write(postgres, 300);

            int views = 0;
            for (String table : tables(h2)) {
                String columns = columns(h2, table);
                List<String> expected = rows(held, "SELECT " + columns + " FROM " + table);
                List<String> actual = rows(other, "SELECT " + columns + " FROM " + table);
                assertThat(actual).as(table).hasSameSizeAs(expected);
                for (int row = 0; row < expected.size(); row++) {
                    requireSame(table, actual.get(row), expected.get(row));
                }
                views += table.startsWith("V_") && !expected.isEmpty() ? 1 : 0;
            }
            assertThat(views).isGreaterThan(45);
        }
    }

    /** Compares cells; sums of the same numbers in another order differ in their last digits. */
    private static void requireSame(String table, String actual, String expected) {
        String[] cells = actual.split("\\|", -1);
        String[] others = expected.split("\\|", -1);
        for (int i = 0; i < others.length; i++) {
            if (NUMBER.matcher(others[i]).matches() && NUMBER.matcher(cells[i]).matches()) {
                double value = Double.parseDouble(others[i]);
                assertThat(Double.parseDouble(cells[i]))
                        .as(table + ": " + actual)
                        .isCloseTo(value, within(1e-8 * Math.max(1, Math.abs(value))));
            } else {
                assertThat(cells[i]).as(table + ": " + actual).isEqualTo(others[i]);
            }
        }
    }

    private static List<String> tables(MineDatabase h2) throws SQLException {
        return h2.rows(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                        + " AND table_name <> 'flyway_schema_history' ORDER BY 1");
    }

    private static String columns(MineDatabase h2, String table) throws SQLException {
        return String.join(
                ", ",
                h2.rows(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = '"
                                + table
                                + "' ORDER BY ordinal_position"));
    }

    /** The rows in the order of their texts, numbers rounded to what sums in any order agree in. */
    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    int type = result.getMetaData().getColumnType(i);
                    columns.add(
                            text(
                                    type == Types.TIMESTAMP
                                            ? result.getObject(i, LocalDateTime.class)
                                            : type == Types.DATE
                                                    ? result.getObject(i, LocalDate.class)
                                                    : result.getObject(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows.stream().sorted().toList();
        }
    }

    private static String text(Object value) {
        if (value instanceof Number number) {
            BigDecimal rounded = new BigDecimal(number.toString()).round(COMPARED);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
        return value instanceof byte[] bytes ? List.of(bytes[0], bytes[1]).toString() : "" + value;
    }
}
