package io.fueloptimine.jobs.local.edge;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOutputs;
import io.fueloptimine.jobs.alarms.AlarmsSettings;
import io.fueloptimine.jobs.alarms.AlarmsSources;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOutputs;
import io.fueloptimine.jobs.fuel.FuelSettings;
import io.fueloptimine.jobs.fuel.FuelSources;
import io.fueloptimine.models.alarm.AlarmInput;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** The results of jobs fuel and alarms for given readings, as rows of their SQL tables. */
final class TableRows {

    private static final Map<String, String> TABLES =
            Map.of(
                    "fuel_window", "site, machine_id, window_start",
                    "haul_cycle", "cycle_id",
                    "refuel", "site, truck_id, started_at",
                    "alert", "alert_id");

    private TableRows() {}

    /**
     * Rows by table, in order of their keys. Watermarks wait for the end, so that only the readings
     * count, and not when they happened to be read.
     */
    static Map<String, List<List<Object>>> of(
            List<Reading> readings, MineSites mines, Path registry, String database)
            throws Exception {
        SqlConnection sql =
                new SqlConnection("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1", "sa", "");
        SqlMigrations.migrate(sql);
        List<ScoredWindow> scores = runFuel(readings, FuelSettings.of(mines, registry), sql);
        runAlarms(readings, scores, AlarmsSettings.of(mines, registry), sql);
        return rows(sql);
    }

    private static List<ScoredWindow> runFuel(
            List<Reading> readings, FuelSettings settings, SqlConnection sql) throws Exception {
        StreamExecutionEnvironment env = environment();
        ModelAnnouncement other = new ModelAnnouncement("another-model", 1, readings.get(0).time());
        List<CloseableIterator<ScoredWindow>> scores = new ArrayList<>();
        FuelJob.build(
                env,
                new FuelSources(
                        source(readings, Reading.class),
                        source(List.of(other), ModelAnnouncement.class)),
                settings,
                new FuelOutputs(
                        SqlTables.output("haul_cycle", SqlTables.haulCycles(sql)),
                        SqlTables.<ScoredWindow>output("fuel_window", SqlTables.fuelWindows(sql))
                                .andThen(stream -> scores.add(stream.collectAsync())),
                        ignored(),
                        ignored(),
                        ignored(),
                        SqlTables.output("refuel", SqlTables.refuels(sql)),
                        ignored(),
                        ignored(),
                        ignored(),
                        ignored(),
                        ignored(),
                        ignored(),
                        ignored()));
        env.executeAsync();
        List<ScoredWindow> collected = new ArrayList<>();
        try (CloseableIterator<ScoredWindow> iterator = scores.get(0)) {
            iterator.forEachRemaining(collected::add);
        }
        return collected;
    }

    private static void runAlarms(
            List<Reading> readings,
            List<ScoredWindow> scores,
            AlarmsSettings settings,
            SqlConnection sql)
            throws Exception {
        StreamExecutionEnvironment env = environment();
        SuiteUpdate refused = new SuiteUpdate("no suite", readings.get(0).time());
        List<QualityRecord> flagged = List.of(flagged(readings.get(0).time()));
        AlarmsJob.build(
                env,
                new AlarmsSources(
                        source(readings, Reading.class),
                        source(scores, ScoredWindow.class),
                        source(flagged, QualityRecord.class),
                        source(inputs(readings.get(0)), AlarmInput.class),
                        source(List.of(refused), SuiteUpdate.class)),
                settings,
                new AlarmsOutputs(
                        SqlTables.output("alert", SqlTables.alerts(sql)),
                        ignored(),
                        ignored(),
                        ignored(),
                        ignored(),
                        ignored(),
                        SqlTables.output("tank_event", SqlTables.tankEvents(sql)),
                        SqlTables.output(
                                "fuel_reconciliation", SqlTables.fuelReconciliations(sql))));
        env.execute();
    }

    private static List<AlarmInput> inputs(Reading first) {
        return List.of(
                AlarmInput.of(drift(first)),
                AlarmInput.of(plan(first)),
                AlarmInput.of(signal(first)),
                AlarmInput.ofCommand("no command"));
    }

    private static StreamExecutionEnvironment environment() {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofHours(1));
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
    }

    private static DriftEvent drift(Reading first) {
        return new DriftEvent(
                first.site() + "/" + first.machineId(),
                first.site(),
                first.machineId(),
                DriftDetector.ADWIN,
                "residualRatio",
                first.time(),
                0.0,
                0.2,
                100,
                20,
                "1");
    }

    private static DispatchPlan plan(Reading first) {
        return new DispatchPlan(
                "plan",
                first.site(),
                first.time(),
                first.time().plusSeconds(3_600),
                PlanCause.CLOCK,
                SolverState.OPTIMAL,
                1_000,
                1_000,
                500,
                600,
                1,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                10,
                null,
                null,
                List.of());
    }

    private static ReportedSignal signal(Reading first) {
        return new ReportedSignal(
                first.site(),
                null,
                AlertType.TOO_MANY_NAMES,
                Severity.WARNING,
                true,
                first.time(),
                "a test",
                Map.of());
    }

    private static QualityRecord flagged(Instant at) {
        return new QualityRecord(
                "q",
                QualityVerdict.FLAGGED,
                "none",
                Severity.INFO,
                null,
                null,
                "nothing",
                "none",
                null,
                null,
                at,
                false,
                null);
    }

    private static <T> Source<T, ?, ?> source(List<T> elements, Class<T> type) {
        ArrayList<byte[]> json = new ArrayList<>();
        elements.forEach(element -> json.add(MineJson.toBytes(element)));
        return new DataGeneratorSource<>(
                index -> MineJson.fromBytes(json.get(index.intValue()), type),
                elements.size(),
                TypeInformation.of(type));
    }

    private static <T> Consumer<DataStream<T>> ignored() {
        return stream -> {};
    }

    private static Map<String, List<List<Object>>> rows(SqlConnection sql) throws SQLException {
        Map<String, List<List<Object>>> tables = new LinkedHashMap<>();
        try (Connection connection = sql.open()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String query = "SELECT * FROM " + table.getKey() + " ORDER BY " + table.getValue();
                tables.put(table.getKey(), rows(connection, query));
            }
        }
        return tables;
    }

    private static List<List<Object>> rows(Connection connection, String query)
            throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (ResultSet result = connection.createStatement().executeQuery(query)) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
