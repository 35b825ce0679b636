package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.training.retraining.ModelStory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Follows the fuel model through one run: what Kafka tells of it, when the scenario's roads get wet
 * and dry, which version scores since when, and how far each was from the burn. Not thread-safe.
 */
final class ModelWatch implements AutoCloseable {

    private final ModelStory story;
    private final SqlFigures sql;
    private final Instant since;
    private final Optional<Rain> rain;
    private boolean rainTold;
    private boolean dryTold;
    private OptionalInt scoringTold = OptionalInt.empty();

    /** The scenario's widest rain in mine time. */
    private record Rain(Instant from, Instant until, WetRoad fault) {

        static Optional<Rain> in(Scenario scenario, Instant scenarioStart) {
            return scenario.physicalFaults().stream()
                    .filter(WetRoad.class::isInstance)
                    .map(WetRoad.class::cast)
                    .max(Comparator.comparingInt(wet -> wet.segmentIds().size()))
                    .map(
                            wet ->
                                    new Rain(
                                            wet.span().from(scenarioStart),
                                            wet.span().until(scenarioStart),
                                            wet));
        }
    }

    /**
     * @param since the mine's time at the start of the run
     * @param say takes each line of the story as it happens
     */
    ModelWatch(
            String bootstrapServers,
            SqlFigures sql,
            Scenario scenario,
            Instant scenarioStart,
            Instant since,
            Consumer<String> say) {
        this.story = new ModelStory(bootstrapServers, say);
        this.sql = sql;
        this.since = since;
        this.rain = Rain.in(scenario, scenarioStart);
    }

    /** Looks and tells. */
    void look(Instant mineTime) throws SQLException {
        if (rain.isPresent() && !rainTold && !mineTime.isBefore(rain.get().from())) {
            rainTold = true;
            WetRoad fault = rain.get().fault();
            story.add(
                    rain.get().from(),
                    String.format(
                            Locale.ROOT,
                            "%d roads are wet: +%.1f %% rolling resistance",
                            fault.segmentIds().size(),
                            fault.extraRollingResistancePct()));
        }
        if (rain.isPresent() && !dryTold && !mineTime.isBefore(rain.get().until())) {
            dryTold = true;
            story.add(rain.get().until(), "the roads are dry again");
        }
        story.listen(mineTime);
        OptionalInt promoted = story.promoted();
        if (promoted.isPresent() && !promoted.equals(scoringTold)) {
            Optional<Instant> first = sql.firstWindow("" + promoted.getAsInt(), since);
            if (first.isPresent()) {
                scoringTold = promoted;
                story.add(first.get(), "first window scored by version " + promoted.getAsInt());
            }
        }
    }

    /** The story and the residuals behind it, as tables; empty when nothing happened. */
    Optional<String> render() throws SQLException {
        if (story.lines().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("\nThe fuel model, by mine time\n");
        story.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        TextTable table = new TextTable("\nHaul trucks: burnt minus expected, per window");
        for (ResidualFigures figures : residuals()) {
            table.row(
                    (figures.wet() ? "wet" : "dry") + " roads, version " + figures.modelVersion(),
                    String.format(Locale.ROOT, "%+.3f L", figures.meanL()),
                    String.format(
                            Locale.ROOT,
                            "%+.1f %% of what was expected; mean absolute %.3f L; %,d windows",
                            100 * figures.share(),
                            figures.meanAbsoluteL(),
                            figures.windows()));
        }
        return Optional.of(text + table.render());
    }

    private List<ResidualFigures> residuals() throws SQLException {
        return sql.residuals(
                since,
                rain.map(Rain::from).orElse(Instant.EPOCH),
                rain.map(Rain::until).orElse(Instant.EPOCH));
    }

    @Override
    public void close() {
        story.close();
    }
}
