package io.fueloptimine.jobs.benchmarks.sql;

import io.fueloptimine.models.mine.consumption.FuelSource;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;

/** Windows of 57 trucks, minute by minute, without randomness. */
final class FleetWindows {

    private static final int TRUCKS = 57;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private FleetWindows() {}

    /**
     * Window number {@code index} of the fleet; all trucks' windows of one minute follow another.
     */
    static ScoredWindow at(int index) {
        int truck = index % TRUCKS;
        Instant start = START.plusSeconds(60L * (index / TRUCKS));
        double fuelL = 1 + index * 37 % 53 / 10.0;
        FuelWindow window =
                new FuelWindow(
                        "mine",
                        "T" + truck,
                        EquipmentKind.HAULTRUCK,
                        "930E",
                        "op-" + (truck + index / (TRUCKS * 720)) % 40,
                        start,
                        start.plusSeconds(60),
                        60,
                        0,
                        fuelL,
                        0.3,
                        17.5,
                        4.0,
                        306.0,
                        20.0,
                        0.0,
                        3_500.0,
                        80.0,
                        1_700.0,
                        1.0,
                        0.1,
                        11.5,
                        65.0,
                        null,
                        ProductionState.HAULING,
                        60.0,
                        FuelSource.COUNTER,
                        812.5);
        return new ScoredWindow(window, 3.6, fuelL - 3.6, 3.5, "fuel-window", "1")
                .withInterval(2.5, 4.7);
    }
}
