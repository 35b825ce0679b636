package io.fueloptimine.jobs.local.run;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.jobs.local.account.TextTable;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.training.retraining.ModelTimeline;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Reports the events of the fuel model during one run: drift, retraining, the times at which roads
 * become wet and dry, and the first window that each promoted version scores. At the end, the
 * residuals (burnt minus expected fuel) of each version are reported. Not thread-safe.
 */
public final class ModelMonitor implements AutoCloseable {

    private final ModelTimeline timeline;
    private final ModelResiduals residuals;
    private final Instant since;
    private final Optional<WetPeriod> wetRoads;
    private boolean wetReported;
    private boolean dryReported;
    private OptionalInt reportedVersion = OptionalInt.empty();

    /**
     * The period, in simulated time, in which roads of the scenario are wet. If the scenario
     * contains several such faults, the fault with the most road segments is used.
     */
    private record WetPeriod(Instant from, Instant until, WetRoad fault) {

        static Optional<WetPeriod> in(Scenario scenario, Instant scenarioStart) {
            return scenario.physicalFaults().stream()
                    .filter(WetRoad.class::isInstance)
                    .map(WetRoad.class::cast)
                    .max(Comparator.comparingInt(wet -> wet.segmentIds().size()))
                    .map(
                            wet ->
                                    new WetPeriod(
                                            wet.span().from(scenarioStart),
                                            wet.span().until(scenarioStart),
                                            wet));
        }
    }

    /**
     * @param since simulated time at the start of the run
     * @param output receives a line for each event when the event happens
     */
    public ModelMonitor(
            KafkaConnection kafka,
            SqlConnection sql,
            Scenario scenario,
            Instant scenarioStart,
            Instant since,
            Consumer<String> output)
            throws SQLException {
        this.timeline = new ModelTimeline(kafka, output);
        this.residuals = new ModelResiduals(sql);
        this.since = since;
        this.wetRoads = WetPeriod.in(scenario, scenarioStart);
    }

    /** Reads new records from Kafka and SQL, and reports new events. */
    public void poll(Instant mineTime) throws SQLException {
        if (wetRoads.isPresent() && !wetReported && !mineTime.isBefore(wetRoads.get().from())) {
            wetReported = true;
            WetRoad fault = wetRoads.get().fault();
            timeline.add(
                    wetRoads.get().from(),
                    String.format(
                            Locale.ROOT,
                            "%d roads are wet: +%.1f %% rolling resistance",
                            fault.segmentIds().size(),
                            fault.extraRollingResistancePct()));
        }
        if (wetRoads.isPresent() && !dryReported && !mineTime.isBefore(wetRoads.get().until())) {
            dryReported = true;
            timeline.add(wetRoads.get().until(), "the roads are dry again");
        }
        timeline.poll(mineTime);
        OptionalInt promoted = timeline.promoted();
        if (promoted.isPresent() && !promoted.equals(reportedVersion)) {
            Optional<Instant> first = residuals.firstWindow("" + promoted.getAsInt(), since);
            if (first.isPresent()) {
                reportedVersion = promoted;
                timeline.add(first.get(), "first window scored by version " + promoted.getAsInt());
            }
        }
    }

    /** Formats all events and the residuals as text tables; empty if there were no events. */
    public Optional<String> render() throws SQLException {
        if (timeline.lines().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("\nEvents of the fuel model, by mine time\n");
        timeline.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        TextTable table = new TextTable("\nHaul trucks: burnt minus expected fuel, per window");
        for (ResidualStatistics statistics : residuals()) {
            table.row(
                    (statistics.wet() ? "wet" : "dry")
                            + " roads, version "
                            + statistics.modelVersion(),
                    String.format(Locale.ROOT, "%+.3f L", statistics.meanL()),
                    String.format(
                            Locale.ROOT,
                            "%+.1f %% of the expected fuel; mean absolute %.3f L; %,d windows",
                            100 * statistics.share(),
                            statistics.meanAbsoluteL(),
                            statistics.windows()));
        }
        return Optional.of(text + table.render());
    }

    private List<ResidualStatistics> residuals() throws SQLException {
        return residuals.residuals(
                since,
                wetRoads.map(WetPeriod::from).orElse(Instant.EPOCH),
                wetRoads.map(WetPeriod::until).orElse(Instant.EPOCH));
    }

    @Override
    public void close() throws SQLException {
        timeline.close();
        residuals.close();
    }
}
