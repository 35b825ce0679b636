package io.fueloptimine.jobs.local.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of two runs, of which the tables have a few rows. */
class DriftReportTest {

    private static final InjectorWear WEAR =
            new InjectorWear(
                    new Span(Duration.ofMinutes(45), Duration.ofHours(10)),
                    "T04",
                    20,
                    Duration.ZERO);

    @TempDir Path root;

    @Test
    void showsPriceAndPlanBeforeAndAfterTheDriftBesideTheRunWithoutIt() throws Exception {
        fill(
                "with",
                plan("1", "09:10:00", "CLOCK", "1.02", true, "hauls from FACE-1"),
                "INSERT INTO drift_event (drift_id, site, machine_id, metric, detected_at,"
                        + " mean_before, mean_after) VALUES ('d', 'andes', 'T04',"
                        + " 'residualRatio', '2026-01-05 09:20:00', 0.02, 0.215)",
                plan("2", "09:20:08", "DRIFT", "1.215", false, "parked: burns 21 % more"),
                order("a", "2", "09:21:00", "Park", "PARKING"));
        fill(
                "without",
                plan("1", "09:12:00", "CLOCK", "1.01", true, "hauls from FACE-1"),
                order("a", "1", "09:30:00", "Load", "FACE-1"));

        DriftReport report =
                DriftReport.ofFolders(
                        WEAR,
                        root.resolve("with"),
                        root.resolve("without"),
                        0,
                        FuelHome.find().queries().resolve("drift_to_assignments.sql"));

        assertThat(report.shown()).isTrue();
        assertThat(report.render())
                .contains(
                        "Truck T04 burns 20 % more from 08:45:00 on",
                        "drift     09:20:00, 35 min after the wear began: burnt over expected 1.020"
                                + " -> 1.215",
                        "plan      09:20:08, 8 s after the detection, because of DRIFT",
                        "price     ratio of the truck 1.020 in the plan before, 1.215 in this plan",
                        "09:20:08  DRIFT         ratio 1.215  parked: burns 21 % more",
                        "09:12:00  CLOCK         ratio 1.010  hauls from FACE-1",
                        "09:21:00  Park PARKING",
                        "09:30:00  Load FACE-1",
                        "T04 | 2026-01-05 09:20:00 | 1.02 | 1.215 | 2026-01-05 09:20:08 | 8 |"
                                + " 2026-01-05 09:21:00 | Park | PARKING",
                        "drifts of other machines: 0 with the wear, 0 without");
    }

    @Test
    void saysThatNothingWasDetected() throws Exception {
        fill("with", plan("1", "09:10:00", "CLOCK", "1.02", true, "hauls from FACE-1"));
        fill("without");

        DriftReport report =
                DriftReport.ofFolders(
                        WEAR,
                        root.resolve("with"),
                        root.resolve("without"),
                        0,
                        FuelHome.find().queries().resolve("drift_to_assignments.sql"));

        assertThat(report.shown()).isFalse();
        assertThat(report.render()).contains("no drift was detected");
    }

    @Test
    void saysThatATruckParkedBeforeItsDriftCouldBeDetected() throws Exception {
        fill(
                "with",
                plan("1", "08:40:00", "CLOCK", "1.02", true, "hauls from FACE-1"),
                plan("2", "08:57:00", "CLOCK", "1.056", false, "parked: burns 6 % more"),
                order("a", "2", "09:01:00", "PARK", "PARKING"));
        fill("without", plan("1", "08:50:00", "CLOCK", "1.01", true, "hauls from FACE-1"));

        DriftReport report =
                DriftReport.ofFolders(
                        WEAR,
                        root.resolve("with"),
                        root.resolve("without"),
                        0,
                        FuelHome.find().queries().resolve("drift_to_assignments.sql"));

        assertThat(report.shown()).isFalse();
        assertThat(report.render())
                .contains(
                        "no drift was detected",
                        "parked    09:01:00: its windows had changed the ratio of the truck from"
                                + " 1.020 to 1.056",
                        "08:57:00  CLOCK         ratio 1.056  parked: burns 6 % more",
                        "08:50:00  CLOCK         ratio 1.010  hauls from FACE-1");
    }

    private void fill(String run, String... rows) throws SQLException, IOException {
        try (SqlServer server = SqlServer.start(root.resolve(run).resolve("sql"), 0)) {
            SqlConnection sql = server.connection();
            SqlMigrations.migrate(sql);
            try (Connection connection = sql.open();
                    Statement statement = connection.createStatement()) {
                for (String row : List.of(rows)) {
                    statement.execute(row);
                }
            }
        }
    }

    private static String plan(
            String id, String time, String cause, String ratio, boolean works, String reason) {
        return "INSERT INTO dispatch_plan (plan_id, site, made_at, \"TRIGGER\", truck_ratios, trucks)"
                + " VALUES ('"
                + id
                + "', 'andes', '2026-01-05 "
                + time
                + "', '"
                + cause
                + "', '{\"T04\":"
                + ratio
                + "}', '[{\"truckId\":\"T04\",\"inService\":"
                + works
                + ",\"reason\":\""
                + reason
                + "\"}]')";
    }

    private static String order(
            String id, String planId, String time, String task, String destination) {
        return "INSERT INTO dispatch_assignment (assignment_id, plan_id, site, truck_id, task,"
                + " destination_id, reason_code, issued_at) VALUES ('"
                + id
                + "', '"
                + planId
                + "', 'andes', 'T04', '"
                + task
                + "', '"
                + destination
                + "', 'PLAN', '2026-01-05 "
                + time
                + "')";
    }
}
