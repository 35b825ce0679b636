package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.DataDrift;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.consumption.TankEvent;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlMigrationsTest {

    private static final Pattern TABLE =
            Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern ADDED = Pattern.compile("ALTER TABLE (\\w+) ADD (.*?);");

    @Test
    void migratesOnlyOnce() throws Exception {
        try (MineDatabase database = new MineDatabase()) {
            assertThat(SqlMigrations.migrate(database.connection())).isZero();
        }
    }

    @Test
    void namesADatabaseThatDoesNotAnswer() {
        SqlConnection nowhere = new SqlConnection("jdbc:h2:tcp://localhost:1/x", "sa", "s3cret");

        assertThatThrownBy(() -> SqlMigrations.migrate(nowhere))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot migrate the tables of sa at jdbc:h2:tcp://localhost:1/x");
    }

    @Test
    void aCollationThatTakesNamesForTheSameIsRefused() {
        SqlMigrations.requireExact("Latin1_General_100_BIN2");

        for (String collation : new String[] {"SQL_Latin1_General_CP1_CI_AS", null}) {
            assertThatThrownBy(() -> SqlMigrations.requireExact(collation))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("expected a binary one");
        }
    }

    @Test
    void bothDialectsHaveTheSameTablesColumnsAndTypes() throws IOException {
        assertThat(tablesOf("sqlserver")).isEqualTo(tablesOf("h2")).hasSize(26);
    }

    /** PostgreSQL has other names of types and the column for {@code fuel sql copy}. */
    @Test
    void postgresHasTheSameTablesColumnsKeysAndTypes() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        tablesOf("h2")
                .forEach(
                        (table, columns) -> {
                            List<String> own =
                                    new ArrayList<>(
                                            columns.stream()
                                                    .map(SqlMigrationsTest::inPostgres)
                                                    .toList());
                            if (SqlCopy.tables().contains(table)) {
                                own.add("changed_by XID8 NOT NULL");
                            }
                            Collections.sort(own);
                            expected.put(table, own);
                        });

        assertThat(tablesOf("postgresql")).isEqualTo(expected);
        assertThat(keysOf("postgresql")).isEqualTo(keysOf("h2")).hasSameSizeAs(expected);
    }

    private static String inPostgres(String column) {
        String[] parts = column.split(" ", 3);
        String type =
                switch (parts[1]) {
                    case "FLOAT(53)" -> "DOUBLE PRECISION";
                    case "DATETIME2(3)" -> "TIMESTAMP(3)";
                    case "BIT" -> "BOOLEAN";
                    case "VARBINARY(MAX)" -> "BYTEA";
                    case "INT" -> "INTEGER";
                    default -> parts[1].startsWith("NVARCHAR") ? "TEXT" : parts[1];
                };
        return parts[0] + " " + type + " " + parts[2];
    }

    /** The columns of the last key of each table, by the name of the key. */
    private static Map<String, String> keysOf(String dialect) throws IOException {
        return Pattern.compile("CONSTRAINT (pk_\\w+)\\s+PRIMARY KEY \\(([^)]*)\\)")
                .matcher(SqlScript.migrations(dialect))
                .results()
                .collect(
                        Collectors.toMap(
                                key -> key.group(1), key -> key.group(2), (old, last) -> last));
    }

    @Test
    void everyColumnOfTheMigrationsIsCopied() throws IOException {
        Map<String, List<String>> copied = new TreeMap<>();
        for (String table : SqlCopy.tables()) {
            copied.put(
                    table,
                    CopiedTables.of(table).columns().stream()
                            .map(column -> column.name() + " " + column.type().sql())
                            .sorted()
                            .toList());
        }
        Map<String, List<String>> expected = new TreeMap<>();
        tablesOf("h2")
                .forEach(
                        (table, columns) ->
                                expected.put(
                                        table,
                                        withoutNullability(columns).stream()
                                                .map(SqlMigrationsTest::ofAnyLength)
                                                .sorted()
                                                .toList()));
        expected.remove("copy_watermark");
        copied.replaceAll(
                (table, columns) -> columns.stream().map(SqlMigrationsTest::ofAnyLength).toList());

        assertThat(copied).isEqualTo(expected);
    }

    private static String ofAnyLength(String column) {
        return column.replaceAll("NVARCHAR\\(\\d+\\)", "NVARCHAR");
    }

    @Test
    void everyTableOfPostgresIsStampedAndGranted() throws IOException {
        String migrations = SqlScript.migrations("postgresql");
        for (String table : SqlCopy.tables()) {
            assertThat(migrations)
                    .contains("BEFORE INSERT OR UPDATE ON " + table + " FOR EACH ROW")
                    .contains("CREATE INDEX ix_" + table + "_changed_by ON " + table + " (")
                    .contains(" ON " + table + " TO fuel_writer;")
                    .contains("GRANT SELECT ON " + table + " TO fuel_analyst;");
        }
    }

    @Test
    void postgresHasTheSameDescriptions() throws IOException {
        String header = "^-- Descriptions[^\n]*\n";
        assertThat(script("postgresql", "R__descriptions.sql").replaceFirst(header, ""))
                .isEqualTo(script("h2", "R__descriptions.sql").replaceFirst(header, ""));
    }

    @Test
    void postgresHasTheSameViews() throws IOException {
        String h2 = script("h2", "R__views.sql");
        String postgres = script("postgresql", "R__views.sql");
        int views = postgres.indexOf("-- Views for analysts.");
        String translated =
                h2.replaceAll("DATEDIFF\\(SECOND, ?", "seconds_between(")
                        .replace("DATEDIFF(MINUTE, ", "minutes_between(")
                        .replace("DATEDIFF(HOUR, ", "hours_between(")
                        .replace("DATEADD(MINUTE, ", "plus_minutes(")
                        .replace("DATEADD(HOUR, ", "plus_hours(")
                        .replace("DATETIME2", "TIMESTAMP")
                        .replace("CREATE OR REPLACE VIEW", "CREATE VIEW")
                        .replace("sql/sqlserver/", "sql/h2/");

        assertThat(postgres.substring(views)).isEqualTo(translated);
        Matcher created = Pattern.compile("CREATE VIEW (\\w+)").matcher(postgres);
        while (created.find()) {
            assertThat(postgres.substring(0, views))
                    .containsPattern("\\b" + created.group(1) + "[,;]");
        }
    }

    @Test
    void bothDialectsHaveTheSameViews() throws IOException {
        String sqlServer =
                script("sqlserver", "R__views.sql")
                        .replace("CREATE OR ALTER", "CREATE OR REPLACE")
                        .replace("\nGO\n", "\n")
                        .replace("[rule]", "rule")
                        .replace("sql/h2/", "sql/sqlserver/");

        assertThat(sqlServer).isEqualTo(script("h2", "R__views.sql"));
    }

    @Test
    void everyColumnWrittenIsInTheMigrationsWithItsType() throws IOException {
        Map<String, List<String>> tables = tablesOf("h2");
        for (SqlTable<?> table : AllTables.LIST) {
            List<String> written =
                    table.columns().stream()
                            .map(column -> column.name() + " " + column.type().sql())
                            .toList();
            assertThat(withoutNullability(tables.get(table.name()))).containsAll(written);
        }
    }

    @Test
    void everyColumnOfTheMigrationsIsWritten() throws IOException {
        Map<String, List<String>> written = new TreeMap<>();
        for (SqlTable<?> table : AllTables.LIST) {
            written.computeIfAbsent(table.name(), name -> new ArrayList<>())
                    .addAll(table.columns().stream().map(SqlColumn::name).toList());
        }
        written.put("fuel_hour", List.of(FuelHours.COLUMNS.split(", ")));
        Map<String, List<String>> tables = tablesOf("h2");
        assertThat(tables.remove("copy_watermark")).isNotEmpty();
        tables.forEach(
                (table, columns) ->
                        assertThat(written.get(table))
                                .containsAll(
                                        columns.stream()
                                                .map(column -> column.split(" ")[0])
                                                .toList()));
    }

    @Test
    void everyComponentOfARecordHasItsColumn() {
        assertHasColumns(MineTables.fuelWindow(), FuelWindow.class, "start", "end");
        assertHasColumns(MineTables.fuelWindow(), ScoredWindow.class, "window");
        assertHasColumns(MineTables.haulCycle(), HaulCycle.class);
        assertHasColumns(MineTables.refuel(), Refuel.class);
        assertHasColumns(AlarmTables.alert(), Alert.class, "en", "es", "status");
        assertHasColumns(MineTables.driftEvent(), DriftEvent.class);
        assertHasColumns(MineTables.roadExcess(), RoadExcess.class);
        assertHasColumns(MineTables.rejectedReading(), QualityRecord.class);
        assertHasColumns(MineTables.deadLetterReplay(), DeadLetterReplay.class);
        assertHasColumns(MineTables.qualityHour(), QualityHour.class);
        assertHasColumns(MineTables.retraining(), RetrainingOutcome.class);
        assertHasColumns(DispatchTables.dispatchPlan(), DispatchPlan.class, "prices");
        assertHasColumns(DispatchTables.dispatchAssignment(), DispatchAssignment.class);
        assertHasColumns(DispatchTables.fuelSaving(), FuelSaving.class);
        assertHasColumns(DispatchTables.ledgerShift(), LedgerShift.class);
        assertHasColumns(AdviceTables.shutdownAdvice(), ShutdownAdvice.class);
        assertHasColumns(AdviceTables.payloadAdvice(), PayloadAdvice.class);
        assertHasColumns(AdviceTables.consumptionOutlier(), ConsumptionOutlier.class);
        assertHasColumns(DriftTables.dataDrift(), DataDrift.class);
        assertHasColumns(TankTables.tankEvent(), TankEvent.class);
        assertHasColumns(TankTables.fuelReconciliation(), FuelReconciliation.class);
    }

    @Test
    void everyViewCanBeRead() throws IOException, SQLException {
        try (MineDatabase database = new MineDatabase()) {
            Matcher view = Pattern.compile("VIEW (\\w+)").matcher(script("h2", "R__views.sql"));
            while (view.find()) {
                assertThat(database.rows("SELECT * FROM " + view.group(1))).isEmpty();
            }
        }
    }

    @Test
    void everyExampleQueryRuns() throws IOException, SQLException {
        try (MineDatabase database = new MineDatabase();
                var queries = Files.list(Path.of("../../sql/queries"))) {
            for (Path query : queries.toList()) {
                assertThat(database.rows(Files.readString(query))).as(query.toString()).isEmpty();
            }
        }
    }

    private static void assertHasColumns(SqlTable<?> table, Class<?> record, String... renamed) {
        List<String> expected =
                Arrays.stream(record.getRecordComponents())
                        .map(component -> component.getName())
                        .filter(name -> !List.of(renamed).contains(name))
                        .map(SqlMigrationsTest::snakeCase)
                        .toList();
        assertThat(table.columns().stream().map(SqlColumn::name)).containsAll(expected);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> tablesOf(String dialect) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        String migrations = SqlScript.migrations(dialect);
        Matcher table = TABLE.matcher(migrations);
        while (table.find()) {
            tables.put(
                    table.group(1),
                    table.group(2)
                            .lines()
                            .map(line -> line.replaceAll("[\\[\\]]", "").replaceAll("\\s+", " "))
                            .map(line -> line.strip().replaceAll(",$", ""))
                            .filter(line -> !line.isEmpty() && !line.startsWith("CONSTRAINT"))
                            .collect(Collectors.toList()));
        }
        Matcher added = ADDED.matcher(migrations);
        while (added.find()) {
            tables.get(added.group(1)).add(added.group(2));
        }
        tables.values().forEach(Collections::sort);
        return tables;
    }

    private static List<String> withoutNullability(List<String> columns) {
        return columns.stream()
                .map(column -> column.replaceAll("( DEFAULT '')?( NOT)? NULL$", ""))
                .toList();
    }

    private static String script(String dialect, String name) throws IOException {
        String resource = "/sql/" + dialect + "/" + name;
        try (var in = SqlMigrationsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
