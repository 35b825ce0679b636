package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Simulates the history of a mine without faults, in the same process and without an MQTT broker.
 * Fuel windows and haul cycles are computed with the code of the streaming job fuel. The same mine,
 * seed and span give the same history.
 */
final class SimulatedHistory {

    private static final String STEP = "Simulating the mine's history";
    private static final int PERCENT = 100;

    private SimulatedHistory() {}

    static MineHistory of(MineSite mine, long seed, Duration span, TrainingProgress progress) {
        PitSettings settings = PitSettings.of(seed);
        HistoryWindows windows = new HistoryWindows(settings.start());
        HistoryCycles cycles = new HistoryCycles(mine.site());
        Instant end = settings.start().plus(span);
        SimulatedAverages averages = new SimulatedAverages(settings.start(), end);
        Pit pit =
                new Pit(
                        mine,
                        settings,
                        Conditions.NONE,
                        new HistoryReadings(mine.site(), windows.andThen(cycles)),
                        averages);
        for (int percent = 0; percent < PERCENT; percent++) {
            progress.reached(STEP, percent);
            pit.advanceTo(settings.start().plus(span.multipliedBy(percent + 1).dividedBy(PERCENT)));
        }
        pit.advanceTo(end.plusSeconds(1));
        return new MineHistory(
                windows.windows(), cycles.cycles(), source(mine, seed, span), averages);
    }

    private static String source(MineSite mine, long seed, Duration span) {
        return String.format(
                Locale.ROOT,
                "simulated mine %s, seed %d, %d h of healthy machines from %s",
                mine.site(),
                seed,
                span.toHours(),
                PitSettings.DEFAULT_START);
    }
}
