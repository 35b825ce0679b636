package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.scenario.PhysicalFault.WetRoad;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.jobs.simulator.scenario.Span;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The windows of a simulated mine on whose roads it begins to rain. */
public final class RainyHistory {

    private static final Comparator<FuelWindow> IN_ORDER =
            Comparator.comparing(FuelWindow::start).thenComparing(FuelWindow::machineId);

    private RainyHistory() {}

    /** Its haul trucks' windows, in order of time. */
    public static List<FuelWindow> of(MineSite mine, Duration dry, Duration wet) {
        PitSettings settings = PitSettings.of(1);
        WetRoad rain =
                new WetRoad(
                        new Span(dry, wet),
                        mine.roads().stream().map(RoadSegment::id).collect(Collectors.toSet()),
                        1.5);
        HistoryWindows windows = new HistoryWindows(settings.start());
        Pit pit =
                new Pit(
                        mine,
                        settings,
                        new ScenarioConditions(
                                new Scenario("rain", List.of(rain)), settings.start()),
                        new HistoryReadings(mine.site(), windows));
        pit.advanceTo(settings.start().plus(dry).plus(wet).plusSeconds(1));
        return windows.windows().stream().sorted(IN_ORDER).toList();
    }
}
