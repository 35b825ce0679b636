package io.fueloptimine.jobs.local.drift;

import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.InjectorWear;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.models.mine.dispatch.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The report of two runs of the same mine and seed, one with a worn truck and one without: when the
 * drift was detected, what it changed in the price of the truck, in the plans of the next hour and
 * in the truck's assignments. Immutable.
 *
 * @param wear the wear
 * @param since when the wear began (UTC)
 * @param with what the run with the wear says of the truck
 * @param without what the run without the wear says of the truck
 * @param rows the rows of the query that follows drifts to assignments, in the run with the wear
 */
public record DriftReport(
        InjectorWear wear, Instant since, TruckFacts with, TruckFacts without, List<String> rows) {

    private static final Duration SHOWN = Duration.ofHours(1);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The columns of the query that are printed; its columns of JSON are too long for a line. */
    private static final List<String> PRINTED =
            List.of(
                    "truck_id",
                    "detected_at",
                    "ratio_before",
                    "expected_ratio",
                    "planned_at",
                    "plan_delay_s",
                    "assigned_at",
                    "task",
                    "destination_id",
                    "reason_code");

    /** The first worn truck of a scenario; empty without one. */
    public static Optional<InjectorWear> wearIn(Scenario scenario) {
        return scenario.physicalFaults().stream()
                .filter(InjectorWear.class::isInstance)
                .map(InjectorWear.class::cast)
                .findFirst();
    }

    /**
     * Reads the results of two runs that have ended.
     *
     * @param with the data folder of the run with the wear
     * @param without the data folder of the run without the wear
     * @param port a free port for the SQL server
     * @param query the file {@code drift_to_assignments.sql}
     */
    public static DriftReport ofFolders(
            InjectorWear wear, Path with, Path without, int port, Path query)
            throws SQLException, IOException {
        TruckFacts healthy;
        try (SqlServer server = SqlServer.start(without.resolve("sql"), port);
                Connection sql = server.connection().open()) {
            healthy = TruckFacts.read(sql, wear.truckId());
        }
        try (SqlServer server = SqlServer.start(with.resolve("sql"), port);
                Connection sql = server.connection().open()) {
            return new DriftReport(
                    wear,
                    wear.span().from(PitSettings.DEFAULT_START),
                    TruckFacts.read(sql, wear.truckId()),
                    healthy,
                    rows(sql, Files.readString(query), wear.truckId()));
        }
    }

    /** Whether the drift was detected and a plan followed it. */
    public boolean shown() {
        return detected().flatMap(drift -> with.planFrom(drift.at())).isPresent();
    }

    /** The report as text. */
    public String render() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Truck %s burns %.0f %% more from %s on",
                wear.truckId(),
                wear.extraFuelPct(),
                CLOCK.format(since));
        detected().ifPresentOrElse(drift -> renderDrift(text, drift), () -> renderUndetected(text));
        line(
                text,
                "  drifts of other machines: %d with the wear, %d without",
                with.driftsOfOthers(),
                without.driftsOfOthers() + without.drifts().size());
        return text.toString();
    }

    private Optional<TruckFacts.Drift> detected() {
        return with.drifts().stream().filter(drift -> !drift.at().isBefore(since)).findFirst();
    }

    private void renderDrift(StringBuilder text, TruckFacts.Drift drift) {
        line(
                text,
                "  drift     %s, %d min after the wear began: burnt over expected %.3f -> %.3f",
                CLOCK.format(drift.at()),
                Duration.between(since, drift.at()).toMinutes(),
                drift.before(),
                drift.after());
        Optional<TruckFacts.Plan> plan = with.planFrom(drift.at());
        if (plan.isEmpty()) {
            line(text, "  no plan was made after the drift");
            return;
        }
        Instant plannedAt = plan.get().madeAt();
        line(
                text,
                "  plan      %s, %d s after the detection, because of %s",
                CLOCK.format(plannedAt),
                Duration.between(drift.at(), plannedAt).toSeconds(),
                plan.get().cause());
        line(
                text,
                "  price     ratio of the truck %.3f in the plan before, %.3f in this plan",
                ratioBefore(plannedAt),
                plan.get().ratio());
        renderHour(text, "with", with, plannedAt);
        renderHour(text, "without", without, plannedAt);
        line(text, "drift_to_assignments.sql: %s", String.join(" | ", PRINTED));
        rows.forEach(row -> line(text, "  %s", row));
    }

    /** A truck that parks, because it burns more by its windows, burns nothing that could drift. */
    private void renderUndetected(StringBuilder text) {
        line(text, "  no drift was detected");
        with.orders().stream()
                .filter(order -> !order.at().isBefore(since))
                .filter(order -> order.task().equalsIgnoreCase(Task.PARK.name()))
                .findFirst()
                .ifPresent(
                        order ->
                                line(
                                        text,
                                        "  parked    %s: its windows had changed the ratio of the"
                                                + " truck from %.3f to %.3f; a parked truck burns"
                                                + " nothing that could show a drift",
                                        CLOCK.format(order.at()),
                                        ratioBefore(since),
                                        ratioBefore(order.at())));
        renderHour(text, "with", with, since);
        renderHour(text, "without", without, since);
    }

    private double ratioBefore(Instant time) {
        return with.planBefore(time).map(TruckFacts.Plan::ratio).orElse(1.0);
    }

    private void renderHour(StringBuilder text, String name, TruckFacts facts, Instant from) {
        Instant until = from.plus(SHOWN);
        line(text, "Plans of the next hour for %s, %s the wear", wear.truckId(), name);
        Stream.concat(
                        facts.planBefore(from.plusMillis(1)).stream(),
                        facts.plans().stream()
                                .filter(plan -> plan.madeAt().isAfter(from))
                                .filter(plan -> plan.madeAt().isBefore(until)))
                .forEach(
                        plan ->
                                line(
                                        text,
                                        "  %s  %-13s ratio %.3f  %s",
                                        CLOCK.format(plan.madeAt()),
                                        plan.cause(),
                                        plan.ratio(),
                                        plan.intent()));
        line(text, "Assignments of %s in the next hour, %s the wear", wear.truckId(), name);
        facts.orders().stream()
                .filter(order -> !order.at().isBefore(from) && order.at().isBefore(until))
                .forEach(
                        order ->
                                line(
                                        text,
                                        "  %s  %s %s  %s",
                                        CLOCK.format(order.at()),
                                        order.task(),
                                        order.destinationId(),
                                        order.reason()));
    }

    private static List<String> rows(Connection sql, String query, String truckId)
            throws SQLException {
        Stream.Builder<String> rows = Stream.builder();
        try (Statement statement = sql.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                if (result.getString("truck_id").equals(truckId)) {
                    Stream.Builder<String> values = Stream.builder();
                    for (String column : PRINTED) {
                        values.add(String.valueOf(result.getString(column)));
                    }
                    rows.add(String.join(" | ", values.build().toList()));
                }
            }
        }
        return rows.build().toList();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
