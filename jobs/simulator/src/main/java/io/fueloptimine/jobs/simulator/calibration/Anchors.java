package io.fueloptimine.jobs.simulator.calibration;

import static io.fueloptimine.jobs.simulator.calibration.Anchor.drawn;
import static io.fueloptimine.jobs.simulator.calibration.Anchor.emergent;

import java.util.List;

/**
 * The quantities measured at the Andean mine in nine days, on 57 trucks of one class. Nothing in
 * the simulation reads them.
 *
 * <p>A tolerance is at least the measurement's own uncertainty: half of its 95 % interval when
 * shifts or trucks are drawn anew (bootstrap), plus half a unit of the last digit. It is at least 5
 * %, because the calibration mine has other roads, and at most 10 %. Tolerances of a logarithm of
 * seconds are 0.10, which is 10 % of the seconds.
 */
final class Anchors {

    /** The anchors of the mine that is modelled after the Andean mine. */
    static final List<Anchor> ANDEAN_MINE =
            List.of(
                    drawn("payload mean", "t", 306, 4),
                    drawn("payload sd", "t", 13, 1.3),
                    drawn("payload p5", "t", 293, 5),
                    drawn("payload p95", "t", 324, 5),
                    emergent("cycle median", "min", 46, 2.3),
                    emergent("cycle mean", "min", 50, 2.5),
                    emergent("cycle p95", "min", 88, 5),
                    drawn("distance empty", "km", 5.05, 0.25),
                    drawn("distance loaded", "km", 5.49, 0.27),
                    emergent("mean speed loaded", "km/h", 16.8, 0.85),
                    emergent("mean speed empty", "km/h", 21.8, 1.1),
                    emergent("speed loaded at -10..-8 %", "km/h", 23, 2.3),
                    emergent("speed empty at -10..-8 %", "km/h", 28, 2.8),
                    emergent("speed loaded at -8..-6 %", "km/h", 24, 2.4),
                    emergent("speed empty at -8..-6 %", "km/h", 26, 2.6),
                    emergent("speed loaded at -6..-3 %", "km/h", 24, 2.4),
                    emergent("speed empty at -6..-3 %", "km/h", 26, 2.6),
                    emergent("speed loaded at -3..3 %", "km/h", 20, 2.0),
                    emergent("speed empty at -3..3 %", "km/h", 19, 1.9),
                    emergent("speed loaded at 3..6 %", "km/h", 18, 1.8),
                    emergent("speed empty at 3..6 %", "km/h", 24, 2.4),
                    emergent("speed loaded at 6..8 %", "km/h", 14, 1.4),
                    emergent("speed empty at 6..8 %", "km/h", 23, 2.3),
                    emergent("speed loaded at 8..10 %", "km/h", 13, 1.3),
                    emergent("speed empty at 8..10 %", "km/h", 21, 2.1),
                    emergent("speed loaded at 10..14 %", "km/h", 8, 1.0),
                    emergent("speed empty at 10..14 %", "km/h", 16, 1.6),
                    drawn("loading cable shovel, mean", "s", 130, 7),
                    drawn("loading cable shovel, sd", "s", 63, 6.3),
                    emergent("hang per load cable shovel", "s", 100, 10),
                    drawn("loading hydraulic shovel, mean", "s", 307, 16),
                    drawn("loading hydraulic shovel, sd", "s", 97, 9.7),
                    emergent("hang per load hydraulic shovel", "s", 307, 31),
                    drawn("loading wheel loader, mean", "s", 398, 20),
                    drawn("loading wheel loader, sd", "s", 106, 10.6),
                    emergent("hang per load wheel loader", "s", 313, 31),
                    drawn("loading, mu", "ln s", 4.84, 0.10),
                    drawn("loading, sigma", "ln s", 0.84, 0.084),
                    drawn("spot, mu", "ln s", 4.12, 0.10),
                    drawn("spot, sigma", "ln s", 0.95, 0.095),
                    drawn("spot, share of zeros", "1", 0.170, 0.017),
                    emergent("shovel queue, mu", "ln s", 5.08, 0.10),
                    emergent("shovel queue, sigma", "ln s", 1.09, 0.10),
                    emergent("shovel queue, share of zeros", "1", 0.535, 0.032),
                    drawn("dump queue, mu", "ln s", 4.55, 0.10),
                    drawn("dump queue, sigma", "ln s", 1.02, 0.10),
                    drawn("dump queue, share of zeros", "1", 0.340, 0.033),
                    drawn("dumping, mu", "ln s", 4.00, 0.10),
                    drawn("dumping, sigma", "ln s", 0.92, 0.092),
                    drawn("travel empty by table, mean", "1", 1.16, 0.06),
                    drawn("travel empty by table, sd", "1", 0.48, 0.048),
                    drawn("travel loaded by table, mean", "1", 0.89, 0.045),
                    drawn("travel loaded by table, sd", "1", 0.28, 0.028),
                    emergent("truck hours loaded", "%", 27.6, 1.4),
                    emergent("truck hours empty", "%", 20.3, 1.0),
                    emergent("truck hours shovel queue", "%", 2.7, 0.27),
                    emergent("truck hours spot", "%", 1.7, 0.17),
                    emergent("truck hours load", "%", 3.8, 0.3),
                    emergent("truck hours dump queue", "%", 2.4, 0.24),
                    emergent("truck hours dump", "%", 1.8, 0.18),
                    emergent("truck hours in queues", "%", 5.1, 0.48),
                    emergent("truck hours outside the cycle", "%", 39.8, 2.0),
                    emergent("cycles per truck-day", "1", 20.05, 1.0),
                    emergent("cycles per truck-day, p10 of trucks", "1", 16.4, 1.6),
                    emergent("cycles per truck-day, p90 of trucks", "1", 23.4, 1.2),
                    emergent("fleet, fuel per tonne", "L/t", 0.617, 0.031),
                    emergent("fleet, fuel per calendar truck-hour", "L/h", 158, 8),
                    emergent("fleet, fuel per cycle", "L", 189, 9.5),
                    emergent("fleet, tonnes per day", "t", 349_580, 17_500),
                    drawn("refuel mean", "L", 2_932, 150),
                    drawn("refuel sd", "L", 781, 78),
                    emergent("refuel interval median", "h", 16.5, 1.0),
                    drawn("refuel duration mean", "min", 19, 1.9));

    private Anchors() {}
}
