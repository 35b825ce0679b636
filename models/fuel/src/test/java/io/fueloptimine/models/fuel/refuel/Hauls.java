package io.fueloptimine.models.fuel.refuel;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Refuel;
import java.time.Instant;
import java.util.List;

/** Made-up cycles and refuellings of one truck, on a clock of minutes. */
final class Hauls {

    static final String TRUCK = "T1";

    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");

    private Hauls() {}

    static Instant at(double minute) {
        return MIDNIGHT.plusMillis((long) (minute * 60_000));
    }

    /**
     * Forty minutes without a stop: 10 driving empty, 5 at the loader, 20 driving loaded 6 km and
     * 200 m up, 5 at the dump.
     */
    static HaulCycle cycle(double minute) {
        return cycle(minute, 10, 200.0);
    }

    /** One whose way to the loader took so long by the clock, of which 10 minutes were driving. */
    static HaulCycle cycle(double minute, double emptyMinutes, Double liftM) {
        double arrived = minute + emptyMinutes;
        return new HaulCycle(
                TRUCK + "@" + minute,
                "hill",
                TRUCK,
                null,
                null,
                null,
                "FACE",
                "DUMP",
                at(minute),
                at(arrived),
                at(arrived + 5),
                at(arrived + 25),
                at(arrived + 30),
                300,
                null,
                null,
                600,
                60,
                60,
                180,
                1_200,
                120,
                180,
                0,
                5_000,
                6_000,
                null,
                null,
                liftM,
                null,
                "fms",
                List.of(),
                null);
    }

    static Refuel refuel(double minute, double minutes, double litres) {
        return new Refuel(TRUCK, at(minute), minutes * 60, litres, null, null);
    }
}
