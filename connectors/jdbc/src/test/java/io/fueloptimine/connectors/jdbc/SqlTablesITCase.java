package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.site.AuxMachine;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes every table through its sink in one job to an H2 server. */
class SqlTablesITCase {

    @TempDir Path folder;
    private Server server;
    private SqlConnection connection;

    @BeforeEach
    void startServer() throws SQLException, IOException {
        server =
                Server.createTcpServer(
                                "-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                        .start();
        connection =
                SqlConnection.withPasswordFile(
                        "jdbc:h2:tcp://localhost:" + server.getPort() + "/./mine",
                        "sa",
                        Files.writeString(folder.resolve("password"), "pw\n"));
        SqlMigrations.migrate(connection);
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void oneJobFillsEveryTable() throws Exception {
        StreamExecutionEnvironment env = environment();
        write(
                env,
                ScoredWindow.class,
                MineRecords.window(0, 6.5),
                SqlTables.fuelWindows(connection));
        HaulCycle cycle = MineRecords.cycle("c1", "T1", MineRecords.AT, 305);
        write(env, HaulCycle.class, cycle, SqlTables.haulCycles(connection));
        write(env, Reading.class, MineRecords.refuel("T1", 2900), SqlTables.refuels(connection));
        write(env, Alert.class, MineRecords.alert(null), SqlTables.alerts(connection));
        write(env, DriftEvent.class, MineRecords.drift(), SqlTables.driftEvents(connection));
        write(env, RoadExcess.class, MineRecords.roadExcess(), SqlTables.roadExcesses(connection));
        write(
                env,
                QualityRecord.class,
                MineRecords.rejected(),
                SqlTables.rejectedReadings(connection));
        write(env, DispatchPlan.class, MineRecords.plan(), SqlTables.plans(connection));
        write(
                env,
                DispatchAssignment.class,
                MineRecords.assignment(),
                SqlTables.assignments(connection));
        Reading reply = MineRecords.reply(MineRecords.AT, true);
        write(env, Reading.class, reply, SqlTables.replies(connection));
        FuelSaving saving = MineRecords.saving(MineRecords.AT.plusSeconds(60), 12);
        write(env, FuelSaving.class, saving, SqlTables.savings(connection));

        env.execute();

        try (Connection reader = connection.open()) {
            assertRow(
                    reader,
                    "SELECT fuel_l, residual_l, kind FROM fuel_window",
                    "6.5|0.5|HAULTRUCK");
            assertRow(reader, "SELECT payload_t, scale_t FROM haul_cycle", "305.0|0.0");
            assertRow(reader, "SELECT dispensed_l FROM refuel", "2900.0");
            assertRow(reader, "SELECT type, severity FROM alert", "LONG_IDLE|WARNING");
            assertRow(reader, "SELECT samples_before FROM drift_event", "300");
            assertRow(
                    reader,
                    "SELECT grading_rank, segment_id, litres_per_day FROM v_road_ranking",
                    "1|RAMP-1|310.0");
            assertRow(reader, "SELECT rule, verdict FROM rejected_reading", "decode|REJECTED");
            assertRow(
                    reader,
                    "SELECT trigger, planned_tph, trucks_in_service, unmet FROM dispatch_plan",
                    "CLOCK|null|{\"930E\":50}|[]");
            assertRow(
                    reader,
                    "SELECT price_model, truck_ratios, segment_ratios FROM dispatch_plan",
                    "fuel-window 3|{\"T7\":1.2}|{}");
            assertRow(
                    reader,
                    "SELECT task, plan_id, reply_status FROM dispatch_assignment",
                    "LOAD|P1|Accepted");
            assertRow(reader, "SELECT lever, litres FROM fuel_saving", "DISPATCH|12.0");
        }
    }

    @Test
    void machinesAndModelVersionsAreWrittenAtOnce() throws SQLException {
        for (int i = 0; i < 2; i++) {
            SqlTables.writeEquipment(connection, mine(), MineRecords.AT);
            SqlTables.writeModelVersions(
                    connection,
                    List.of(
                            new ModelVersion(
                                    "fuel-window", 1, MineRecords.AT, null, 9L, 0.2, null, "a")));
        }

        try (Connection reader = connection.open()) {
            assertThat(
                            MineDatabase.rows(
                                    reader,
                                    "SELECT equipment_id, kind, equipment_class, home_location_id"
                                            + " FROM equipment ORDER BY 1"))
                    .containsExactly(
                            "G1|AUX|GRADER-24M|PARK",
                            "SH1|SHOVEL|CABLE_SHOVEL|FACE-1",
                            "T1|HAULTRUCK|930E|null");
            assertRow(reader, "SELECT version, training_rows, r2 FROM model_version", "1|9|null");
        }
    }

    private static MineSite mine() {
        return new MineSite(
                "mine",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Truck("T1", "930E", "SH1", "CRUSHER")),
                List.of(
                        new LoadingUnit(
                                "SH1",
                                LoadingUnitKind.CABLE_SHOVEL,
                                "FACE-1",
                                Material.ORE,
                                130,
                                6000)),
                List.of(new DumpPoint("CRUSHER", Material.ORE, 0, 9000, 2)),
                List.of(new AuxMachine("G1", "GRADER-24M", 60, "PARK")));
    }

    private static void assertRow(Connection reader, String sql, String row) throws SQLException {
        assertThat(MineDatabase.rows(reader, sql)).containsExactly(row);
    }

    /** Sends a record twice through its sink. */
    @SuppressWarnings("unchecked")
    private static <T> void write(
            StreamExecutionEnvironment env, Class<T> type, T record, Sink<T> sink) {
        String id = type.getSimpleName() + "-" + env.getTransformations().size();
        env.fromData(TypeInformation.of(type), record, record)
                .uid("source-" + id)
                .sinkTo(sink)
                .uid("sink-" + id);
    }

    private static StreamExecutionEnvironment environment() {
        Configuration settings = new Configuration();
        settings.setString("pipeline.generic-types", "false");
        settings.setString("pipeline.auto-generate-uids", "false");
        settings.setString("restart-strategy.type", "none");
        return StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    }
}
