package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles, rights and the schema {@code api} on PostgreSQL, with SET ROLE as PostgREST does it. */
class PostgresRolesTest {

    private static final String REFUSED = "42501";
    private static final List<String> READER_VIEWS =
            List.of(
                    "v_alarm_now",
                    "v_equipment_now",
                    "v_fleet_day",
                    "v_litres_per_tonne_by_windows",
                    "v_road_ranking",
                    "v_saving_total");

    private SqlConnection address;
    private Connection owner;

    @BeforeEach
    void migrate() throws Exception {
        address = PostgresServer.shared().newDatabase();
        SqlMigrations.migrate(address);
        owner = address.open();
    }

    @AfterEach
    void close() throws SQLException {
        if (owner != null) {
            owner.close();
        }
    }

    @Test
    void aWriterWritesEveryTableAndDeletesHourlySumsOnly() throws SQLException {
        execute("SET ROLE fuel_writer");
        new RandomRows(1).write(SqlDialect.POSTGRESQL, owner, 20);

        refuses("DELETE FROM fuel_window");
        refuses("DROP TABLE fuel_window");
        refuses("CREATE TABLE public.own (a INT)");
        refuses("SELECT * FROM api.fuel_window");
        refuses("SELECT * FROM v_open_alert");
    }

    @Test
    void anAnalystReadsEverythingAndWritesNothing() throws SQLException {
        List<String> all =
                rows(
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname ="
                                + " 'public' AND tablename <> 'flyway_schema_history' UNION ALL"
                                + " SELECT schemaname || '.' || viewname FROM pg_views WHERE"
                                + " schemaname IN ('public', 'api')");
        execute("SET ROLE fuel_analyst");

        assertThat(all).hasSizeGreaterThan(150);
        for (String name : all) {
            rows("SELECT * FROM " + name);
        }
        refuses("UPDATE fuel_window SET fuel_l = 0");
        refuses("INSERT INTO equipment (site, equipment_id) VALUES ('a', 'b')");
        refuses("UPDATE api.fuel_window SET fuel_l = 0");
        refuses("DELETE FROM api.alert");
    }

    @Test
    void aReaderSeesThePresentAndNoPerson() throws SQLException {
        assertThat(
                        rows(
                                "SELECT column_name FROM information_schema.columns WHERE"
                                        + " table_schema = 'api' AND table_name IN ('"
                                        + String.join("', '", READER_VIEWS)
                                        + "')"))
                .hasSizeGreaterThan(40)
                .noneMatch(column -> column.contains("operator") || column.endsWith("_by"));
        execute("SET ROLE fuel_reader");

        assertThat(readable()).containsExactlyElementsOf(readerViews());
        refuses("SELECT * FROM equipment_state");
        refuses("SELECT * FROM api.equipment_state");
        refuses("SELECT * FROM api.v_fuel_by_operator");
        refuses("UPDATE api.v_alarm_now SET message = ''");
    }

    private static List<String> readerViews() {
        List<String> views = new ArrayList<>(READER_VIEWS);
        views.add("freshness");
        return views.stream().sorted().toList();
    }

    /** The views of the schema api that the current role can read. */
    private List<String> readable() throws SQLException {
        return rows(
                "SELECT relname FROM pg_class WHERE relnamespace = 'api'::regnamespace AND relkind ="
                        + " 'v' AND has_table_privilege(oid, 'SELECT') ORDER BY relname");
    }

    /** As PostgREST connects: a login without rights of its own, one role for each request. */
    @Test
    void aRequestHasTheRightsOfItsRoleOnly() throws Exception {
        new RandomRows(2).write(address, 20);
        execute(PostgrestFiles.authenticator());
        execute("ALTER ROLE authenticator PASSWORD 'secret'");
        try (Connection requests =
                DriverManager.getConnection(address.url(), "authenticator", "secret")) {
            requests.setAutoCommit(false);
            refused(requests, "SELECT * FROM api.freshness");
            refused(requests, "SET LOCAL ROLE fuel_writer");
            refused(requests, "SET LOCAL ROLE " + PostgresServer.OWNER);

            assertThat(asRole(requests, "web_anon", "SELECT site FROM api.freshness ORDER BY 1"))
                    .containsExactly("andes", "Ñuble 😀");
            refused(requests, "SET LOCAL ROLE web_anon; SELECT * FROM api.v_equipment_now");
            assertThat(asRole(requests, "fuel_reader", "SELECT * FROM api.v_equipment_now"))
                    .isNotEmpty();
            refused(requests, "SET LOCAL ROLE fuel_reader; SELECT * FROM api.haul_cycle");
            assertThat(asRole(requests, "fuel_analyst", "SELECT * FROM api.haul_cycle"))
                    .hasSize(20);
            refused(requests, "SET LOCAL ROLE fuel_analyst; DELETE FROM haul_cycle");
        }
    }

    private static List<String> asRole(Connection requests, String role, String query)
            throws SQLException {
        requests.createStatement().execute("SET LOCAL ROLE " + role);
        List<String> rows = MineDatabase.rows(requests, query);
        requests.rollback();
        return rows;
    }

    private static void refused(Connection requests, String sql) throws SQLException {
        assertThatThrownBy(() -> requests.createStatement().execute(sql))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(REFUSED);
        requests.rollback();
    }

    @Test
    void everyTableAndViewIsShownWithItsDescriptionAndItsTimesHaveAnOffset() throws SQLException {
        assertThat(
                        rows(
                                "SELECT table_name FROM information_schema.tables WHERE"
                                        + " table_schema = 'public' AND table_name <>"
                                        + " 'flyway_schema_history' EXCEPT SELECT table_name FROM"
                                        + " information_schema.tables WHERE table_schema = 'api'"))
                .isEmpty();
        assertThat(
                        rows(
                                "SELECT table_name FROM information_schema.columns WHERE"
                                        + " table_schema = 'api' AND (data_type = 'timestamp"
                                        + " without time zone' OR column_name = 'changed_by')"))
                .isEmpty();
        assertThat(rows("SELECT obj_description('api.fuel_window'::regclass)").get(0))
                .isEqualTo(rows("SELECT obj_description('fuel_window'::regclass)").get(0))
                .isNotEqualTo("null");
        execute("SET TIME ZONE 'America/Santiago'");
        new RandomRows(3).write(SqlDialect.POSTGRESQL, owner, 20);
        assertThat(
                        rows(
                                "SELECT a.cycle_id FROM api.haul_cycle a JOIN haul_cycle t ON"
                                        + " t.cycle_id = a.cycle_id WHERE EXTRACT(EPOCH FROM"
                                        + " a.full_at) <> EXTRACT(EPOCH FROM t.full_at)"))
                .isEmpty();
    }

    /** Otherwise a request for an hour would read the whole table. */
    @Test
    void aRequestByTimeUsesAnIndex() throws SQLException {
        execute("SET enable_seqscan = off");

        assertThat(
                        rows(
                                "EXPLAIN SELECT * FROM api.fuel_window WHERE window_start >="
                                        + " '2026-01-01T00:00:00Z'"))
                .anyMatch(line -> line.contains("ix_fuel_window_window_start_utc"));
    }

    @Test
    void changedViewsAreMigratedWithTheirRights() throws SQLException {
        execute("DROP VIEW api.v_fleet_day, api.v_litres_per_tonne_by_windows");
        execute("DROP VIEW v_litres_per_tonne_by_windows, v_fleet_day CASCADE");
        execute("CREATE VIEW v_fleet_day AS SELECT 1 AS other");
        execute("UPDATE flyway_schema_history SET checksum = 1 WHERE script = 'R__views.sql'");

        assertThat(SqlMigrations.migrate(address)).isEqualTo(1);

        execute("SET ROLE fuel_reader");
        assertThat(readable()).isEqualTo(readerViews());
        assertThat(rows("SELECT tonnes FROM api.v_fleet_day")).isEmpty();
    }

    @Test
    void retentionDeletesOldRowsOfEveryTable() throws SQLException {
        new RandomRows(4).write(SqlDialect.POSTGRESQL, owner, 200);
        Instant cut = Instant.parse("2026-01-07T00:00:00Z");
        for (String table : SqlRetention.defaultDays().keySet()) {
            long old = SqlRetention.count(owner, table, cut);

            assertThat(SqlRetention.delete(owner, table, cut)).isEqualTo(old).isPositive();
            assertThat(SqlRetention.count(owner, table, cut)).isZero();
        }
    }

    @Test
    void aRefusedLoginIsNamed() throws SQLException {
        SqlConnection stranger = new SqlConnection(address.url(), "nobody", "wrong");

        assertThat(stranger.refusal()).get().asString().contains("nobody at jdbc:postgresql:");
        assertThat(address.refusal()).isEmpty();
    }

    @Test
    void aTextWithANulCharacterIsWritten() throws Exception {
        var table = MineTables.haulCycle();
        try (PreparedStatement upsert =
                owner.prepareStatement(table.upsert(SqlDialect.POSTGRESQL))) {
            table.bind(
                    SqlDialect.POSTGRESQL,
                    upsert,
                    MineRecords.cycle("c\0", "T1", MineRecords.AT, 300));
            upsert.executeUpdate();
        }

        assertThat(rows("SELECT cycle_id FROM haul_cycle")).containsExactly("c\uFFFD");
    }

    private void refuses(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo(REFUSED);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        return MineDatabase.rows(owner, sql);
    }
}
