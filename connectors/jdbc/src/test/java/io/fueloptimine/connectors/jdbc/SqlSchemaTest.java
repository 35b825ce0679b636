package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Descriptions, rights and keys of the tables. */
class SqlSchemaTest {

    private static final int MAX_CLUSTERED_KEY_BYTES = 900;

    private MineDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        database = new MineDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void everyTableAndColumnIsDescribed() throws SQLException {
        assertThat(
                        database.rows(
                                "SELECT table_name, column_name FROM information_schema.columns"
                                        + " WHERE table_schema = 'PUBLIC' AND remarks IS NULL"
                                        + " AND table_name NOT LIKE 'V\\_%' AND table_name <>"
                                        + " 'flyway_schema_history'"))
                .isEmpty();
        assertThat(
                        database.rows(
                                "SELECT table_name FROM information_schema.tables WHERE"
                                        + " table_schema = 'PUBLIC' AND remarks IS NULL AND"
                                        + " table_type = 'BASE TABLE' AND table_name <>"
                                        + " 'flyway_schema_history'"))
                .isEmpty();
    }

    @Test
    void bothDialectsHaveTheSameDescriptions() throws IOException {
        Map<String, String> h2 = new TreeMap<>();
        Matcher comment =
                Pattern.compile("COMMENT ON \\w+ ([\\w.]+) IS '((?:[^']|'')*)';")
                        .matcher(script("h2"));
        while (comment.find()) {
            h2.put(comment.group(1), comment.group(2));
        }
        Map<String, String> sqlServer = new TreeMap<>();
        Matcher property =
                Pattern.compile(
                                "@value = N'((?:[^']|'')*)'.*@level1name = N'(\\w+)'(?:,"
                                        + " @level2type = N'COLUMN', @level2name = N'(\\w+)')?;")
                        .matcher(script("sqlserver"));
        while (property.find()) {
            String column = property.group(3);
            sqlServer.put(
                    property.group(2) + (column == null ? "" : "." + column), property.group(1));
        }

        assertThat(sqlServer).isEqualTo(h2).hasSizeGreaterThan(400);
    }

    @Test
    void aWriterWritesEveryTableAndDeletesNothing() throws SQLException {
        try (Connection writer = login("fuel_writer")) {
            for (SqlTable<?> table : AllTables.LIST) {
                try (PreparedStatement upsert =
                        writer.prepareStatement(table.upsert(SqlDialect.H2))) {
                    for (int i = 0; i < table.columns().size(); i++) {
                        SqlColumn<?> column = table.columns().get(i);
                        column.type()
                                .bind(
                                        SqlDialect.H2,
                                        upsert,
                                        i + 1,
                                        column.key() ? key(column) : null,
                                        true);
                    }
                    upsert.executeUpdate();
                }
            }
            database.write(MineTables.fuelWindow(), MineRecords.window(0, 6.5));
            var changes = new FuelHours().changes(SqlDialect.H2);
            changes.add(MineRecords.window(0, 6.5));
            changes.update(writer);
            refuses(writer, "DELETE FROM fuel_window");
            refuses(writer, "DROP TABLE fuel_window");
        }
    }

    private static Object key(SqlColumn<?> column) {
        return column.type().equals(SqlType.INT) ? 1 : null;
    }

    @Test
    void anAnalystReadsEverythingAndWritesNothing() throws Exception {
        try (Connection analyst = login("fuel_analyst")) {
            for (String name : tablesAndViews()) {
                MineDatabase.rows(analyst, "SELECT * FROM " + name);
            }
            refuses(analyst, "UPDATE fuel_window SET fuel_l = 0");
            refuses(analyst, "INSERT INTO equipment (site, equipment_id) VALUES ('a', 'b')");
        }
    }

    @Test
    void aReaderSeesThePresentAndNoPerson() throws SQLException {
        try (Connection reader = login("fuel_reader")) {
            assertThat(MineDatabase.rows(reader, "SELECT * FROM v_equipment_now")).isEmpty();
            refuses(reader, "SELECT * FROM equipment_state");
            refuses(reader, "SELECT * FROM fuel_window");
            refuses(reader, "SELECT * FROM v_open_alert");
        }
        assertThat(
                        database.rows(
                                "SELECT column_name FROM information_schema.columns WHERE"
                                        + " table_name IN ('V_EQUIPMENT_NOW', 'V_ALARM_NOW')"))
                .isNotEmpty()
                .noneMatch(column -> column.contains("OPERATOR") || column.endsWith("_BY"));
    }

    /** SQL Server warns about wider keys, and refuses rows that fill them. */
    @Test
    void noPrimaryKeyIsWiderThanSqlServerAllows() throws IOException {
        String migrations = SqlScript.migrations("sqlserver");
        Matcher table =
                Pattern.compile(
                                "CREATE TABLE (\\w+) \\((.*?)PRIMARY KEY \\((.*?)\\)",
                                Pattern.DOTALL)
                        .matcher(migrations);
        int tables = 0;
        while (table.find()) {
            int bytes = 0;
            for (String column : table.group(3).split(", ")) {
                Matcher text =
                        Pattern.compile("\\b" + column + " +NVARCHAR\\((\\d+)\\)")
                                .matcher(table.group(2));
                bytes += text.find() ? 2 * Integer.parseInt(text.group(1)) : 8;
            }
            assertThat(bytes).as(table.group(1)).isLessThanOrEqualTo(MAX_CLUSTERED_KEY_BYTES);
            tables++;
        }
        assertThat(tables).isEqualTo(26);
    }

    private List<String> tablesAndViews() throws SQLException {
        return database.rows(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                        + " AND table_name <> 'flyway_schema_history'");
    }

    private Connection login(String role) throws SQLException {
        for (String sql :
                List.of("CREATE USER person PASSWORD 'x'", "GRANT " + role + " TO person")) {
            try (Connection owner = database.connection().open();
                    var statement = owner.createStatement()) {
                statement.execute(sql);
            }
        }
        return DriverManager.getConnection(database.connection().url(), "person", "x");
    }

    private static void refuses(Connection connection, String sql) {
        assertThatThrownBy(() -> connection.createStatement().execute(sql))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getErrorCode())
                .isEqualTo(org.h2.api.ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1);
    }

    private static String script(String dialect) throws IOException {
        List<String> found = new ArrayList<>();
        for (var file : SqlScript.files(dialect)) {
            if (file.endsWith("R__descriptions.sql")) {
                found.add(Files.readString(file));
            }
        }
        return found.get(0);
    }
}
