package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every database must do; see {@link ContractDatabase} for how to run it on SQL Server. */
class SqlContractTest {

    private static final String TEXT = "ñ 😀 o'Higgins";

    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private ContractDatabase database;

    @BeforeEach
    void migrate() throws Exception {
        database = open();
        SqlMigrations.migrate(database.connection());
    }

    ContractDatabase open() throws Exception {
        return ContractDatabase.open();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aSecondMigrationChangesNothing() {
        assertThat(SqlMigrations.migrate(database.connection())).isZero();
    }

    @TestFactory
    Stream<DynamicTest> everyUpsertWritesOneRowHoweverOftenItIsRepeated() {
        return AllTables.LIST.stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> writeTwice(table)));
    }

    private void writeTwice(SqlTable<?> table) throws SQLException {
        String key = "pk" + prefix + TEXT;
        try (PreparedStatement upsert =
                database.held().prepareStatement(table.upsert(database.connection().dialect()))) {
            for (int i = 0; i < 2; i++) {
                bind(database.connection().dialect(), table, upsert, key);
                upsert.executeUpdate();
            }
        }
        SqlColumn<?> first = table.columns().get(0);
        try (PreparedStatement count =
                database.held()
                        .prepareStatement(
                                "SELECT COUNT(*), MIN("
                                        + first.name()
                                        + ") FROM "
                                        + table.name()
                                        + " WHERE "
                                        + first.name()
                                        + " = ?")) {
            count.setString(1, key);
            var row = count.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
            assertThat(row.getString(2)).isEqualTo(key);
        }
    }

    private static void bind(
            SqlDialect dialect, SqlTable<?> table, PreparedStatement upsert, String key)
            throws SQLException {
        for (int i = 0; i < table.columns().size(); i++) {
            SqlColumn<?> column = table.columns().get(i);
            Object value = column.key() ? keyOf(column.type(), key) : extreme(column.type(), i);
            column.type().bind(dialect, upsert, i + 1, value, column.key());
        }
    }

    private static Object keyOf(SqlType type, String key) {
        return type.equals(SqlType.TIME) ? Instant.EPOCH : type.equals(SqlType.INT) ? 1 : key;
    }

    /** Values at and beyond the limits of a type, in turn. */
    private static Object extreme(SqlType type, int index) {
        if (type.equals(SqlType.FLOAT)) {
            return List.of(Double.NaN, Double.MIN_VALUE, -Double.MAX_VALUE, 1.5).get(index % 4);
        }
        if (type.equals(SqlType.TIME)) {
            return index % 2 == 0 ? Instant.MAX : Instant.parse("9999-12-31T23:59:59.999Z");
        }
        if (type.equals(SqlType.INT)) {
            return Integer.MIN_VALUE;
        }
        if (type.equals(SqlType.BIGINT)) {
            return Long.MAX_VALUE;
        }
        if (type.equals(SqlType.BIT)) {
            return true;
        }
        return type.equals(SqlType.BYTES) ? new byte[] {0, (byte) 0xFF} : TEXT.repeat(1_000);
    }

    @TestFactory
    Stream<DynamicTest> everyViewCanBeRead() throws Exception {
        String dialect = database.connection().dialect().migrations().replace("sql/", "");
        String views =
                Files.readString(
                        SqlScript.files(dialect).stream()
                                .filter(file -> file.endsWith("R__views.sql"))
                                .findFirst()
                                .orElseThrow());
        Matcher view = Pattern.compile("CREATE .*VIEW (\\w+)").matcher(views);
        List<DynamicTest> tests = new ArrayList<>();
        while (view.find()) {
            String query = "SELECT * FROM " + view.group(1);
            tests.add(
                    DynamicTest.dynamicTest(
                            query, () -> MineDatabase.rows(database.held(), query)));
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream();
    }

    @Test
    void aReplayInAnotherOrderChangesNothing() throws Exception {
        List<HaulCycle> cycles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            cycles.add(cycle(prefix + i, 300 + i));
        }
        try (SqlBatch<HaulCycle> batch = batch()) {
            batch.writeAll(cycles);
            List<String> before = written();
            Collections.shuffle(cycles, new Random(1));
            batch.writeAll(cycles);

            assertThat(written()).isEqualTo(before).hasSize(300);
        }
    }

    private List<String> written() throws SQLException {
        return MineDatabase.rows(
                database.held(),
                "SELECT "
                        + MineTables.haulCycle().columns().stream()
                                .map(SqlColumn::name)
                                .collect(Collectors.joining(", "))
                        + " FROM haul_cycle WHERE cycle_id LIKE '"
                        + prefix
                        + "%' ORDER BY cycle_id");
    }

    @Test
    void aRefusedRowBecomesADeadLetter() throws Exception {
        String name = "ck_" + prefix;
        execute("ALTER TABLE haul_cycle ADD CONSTRAINT " + name + " CHECK (payload_t < 90000)");
        try (SqlBatch<HaulCycle> batch = batch()) {
            HaulCycle valid = cycle(prefix + "a", 300);
            assertThatThrownBy(() -> batch.writeAll(List.of(valid, cycle(prefix, 99_999))))
                    .isInstanceOf(SQLException.class);
            assertThat(batch.writeOne(cycle(prefix, 99_999))).isFalse();
            assertThat(written()).isEmpty();
            assertThat(batch.writeOne(cycle(prefix + "b", 300))).isTrue();
        } finally {
            execute("ALTER TABLE haul_cycle DROP CONSTRAINT " + name);
        }

        assertThat(
                        MineDatabase.rows(
                                database.held(),
                                "SELECT verdict FROM rejected_reading WHERE quality_id ="
                                        + " 'sql/haul_cycle/"
                                        + prefix
                                        + "'"))
                .containsExactly("REJECTED");
    }

    private SqlBatch<HaulCycle> batch() {
        return new SqlBatch<>(MineTables.haulCycle(), database.connection(), Clock.systemUTC());
    }

    private static HaulCycle cycle(String id, double payloadT) {
        return MineRecords.cycle(id, "T1", MineRecords.AT, payloadT);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connection().open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
