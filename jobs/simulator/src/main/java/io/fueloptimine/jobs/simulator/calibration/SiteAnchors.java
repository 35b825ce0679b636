package io.fueloptimine.jobs.simulator.calibration;

import static io.fueloptimine.jobs.simulator.calibration.Anchor.drawn;
import static io.fueloptimine.jobs.simulator.calibration.Anchor.emergent;

import java.util.List;

/**
 * The measured quantities that say something about trucks of the measured class at any mine. Cycle
 * times, distances, queues, hang, hours and litres per tonne depend on the roads and on the fleet;
 * they are not compared.
 *
 * <p>Speeds: loaded uphill, the speed at full power varies within a grade band with 1 / (grade +
 * rolling resistance): by 25 % from the middle of 3..6 %, 15 % of 6..8 % and of 8..10 %, 20 % of
 * 10..14 %. Level speeds, and those of empty trucks uphill, depend on the limits of the roads: 25
 * %. Descents: 15 %. A band in which the trucks are for less than 1 % of their travel is left out.
 *
 * <p>The spread of payloads contains that of the scales, which a few trucks give within 18 % only.
 *
 * <p>Fuel: the measured rates of travel depend on the roads. The loaded rate is divided by that of
 * a formula that reproduces the measured one within 6 % on the Andean mine's roads. The formula was
 * not compared with empty trucks on long descents, so that their rate is not compared either.
 */
final class SiteAnchors {

    /** The class of the measured trucks. */
    static final String TRUCK_CLASS = "930E";

    static final List<Anchor> ALL =
            List.of(
                    drawn("payload by nominal, mean", "1", 1.055, 0.014),
                    drawn("payload by nominal, sd", "1", 0.045, 0.008),
                    emergent("speed loaded at -10..-8 %", "km/h", 23, 3.5),
                    emergent("speed empty at -10..-8 %", "km/h", 28, 4.2),
                    emergent("speed loaded at -8..-6 %", "km/h", 24, 3.6),
                    emergent("speed empty at -8..-6 %", "km/h", 26, 3.9),
                    emergent("speed loaded at -6..-3 %", "km/h", 24, 3.6),
                    emergent("speed empty at -6..-3 %", "km/h", 26, 3.9),
                    emergent("speed loaded at -3..3 %", "km/h", 20, 5),
                    emergent("speed empty at -3..3 %", "km/h", 19, 5.3),
                    emergent("speed loaded at 3..6 %", "km/h", 18, 4.5),
                    emergent("speed empty at 3..6 %", "km/h", 24, 6),
                    emergent("speed loaded at 6..8 %", "km/h", 14, 2.1),
                    emergent("speed empty at 6..8 %", "km/h", 23, 5.8),
                    emergent("speed loaded at 8..10 %", "km/h", 13, 2),
                    emergent("speed empty at 8..10 %", "km/h", 21, 5.3),
                    emergent("speed loaded at 10..14 %", "km/h", 8, 1.6),
                    emergent("speed empty at 10..14 %", "km/h", 16, 4),
                    emergent("burn loaded by the formula", "1", 1, 0.1),
                    emergent("burn all else", "L/h", 53.5, 6.5),
                    drawn("loading cable shovel, sd by mean", "1", 0.485, 0.048),
                    drawn("loading hydraulic shovel, sd by mean", "1", 0.316, 0.032),
                    drawn("loading wheel loader, sd by mean", "1", 0.266, 0.027),
                    drawn("spot, mu", "ln s", 4.12, 0.10),
                    drawn("spot, sigma", "ln s", 0.95, 0.095),
                    drawn("dumping, mu", "ln s", 4.00, 0.10),
                    drawn("dumping, sigma", "ln s", 0.92, 0.092),
                    drawn("refuel duration mean", "min", 19, 1.9));

    private SiteAnchors() {}
}
