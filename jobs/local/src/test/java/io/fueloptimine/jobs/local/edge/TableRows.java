package io.fueloptimine.jobs.local.edge;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.jobs.analytics.AnalyticsJob;
import io.fueloptimine.jobs.analytics.AnalyticsOutputs;
import io.fueloptimine.jobs.analytics.AnalyticsSettings;
import io.fueloptimine.jobs.analytics.AnalyticsSources;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.SuiteUpdate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the analytics job makes of readings, as rows of its tables. */
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
            List<Reading> readings, AnalyticsSettings settings, String database) throws Exception {
        SqlConnection sql =
                new SqlConnection("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1", "sa", "");
        SqlMigrations.migrate(sql);
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofHours(1));
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
        AnalyticsJob.build(env, sources(readings), settings, tables(sql));
        env.execute(database);
        return rows(sql);
    }

    private static AnalyticsSources sources(List<Reading> readings) {
        Reading first = readings.get(0);
        ModelAnnouncement nobody = new ModelAnnouncement("another-model", 1, first.time());
        SuiteUpdate refused = new SuiteUpdate("no suite", first.time());
        QualityRecord flagged =
                new QualityRecord(
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
                        first.time(),
                        false,
                        null);
        return new AnalyticsSources(
                source(readings, Reading.class),
                source(List.of(flagged), QualityRecord.class),
                source(List.of(nobody), ModelAnnouncement.class),
                source(List.of(refused), SuiteUpdate.class));
    }

    private static <T> Source<T, ?, ?> source(List<T> elements, Class<T> type) {
        ArrayList<byte[]> json = new ArrayList<>();
        elements.forEach(element -> json.add(MineJson.toBytes(element)));
        return new DataGeneratorSource<>(
                index -> MineJson.fromBytes(json.get(index.intValue()), type),
                elements.size(),
                TypeInformation.of(type));
    }

    private static AnalyticsOutputs tables(SqlConnection sql) {
        return new AnalyticsOutputs(
                table(SqlTables.fuelWindows(sql), "fuel-window"),
                table(SqlTables.haulCycles(sql), "haul-cycle"),
                table(SqlTables.refuels(sql), "refuel"),
                nowhere(),
                table(SqlTables.alerts(sql), "alert"),
                nowhere(),
                nowhere(),
                nowhere(),
                nowhere(),
                nowhere(),
                nowhere(),
                nowhere(),
                nowhere(),
                nowhere());
    }

    private static <T> Consumer<DataStream<T>> table(Sink<T> sink, String uid) {
        return stream -> stream.sinkTo(sink).uid(uid);
    }

    private static <T> Consumer<DataStream<T>> nowhere() {
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
