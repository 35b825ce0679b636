package io.fueloptimine.models.drift.residual;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * The settings that determine when all trucks of a class or of a site have drifted, which requires
 * a new model. Lengths in spreads are multiples of the standard error of the group's ratio.
 */
public record FleetDriftSettings(
        @Setting(unit = "min", min = 1, max = 60, meaning = "Event time of one block") int blockMin,
        @Setting(
                        unit = "L",
                        min = 0,
                        max = 1_000,
                        meaning = "Expected litres of a truck in a block that make it count")
                double minBlockL,
        @Setting(
                        unit = "trucks",
                        min = 3,
                        max = 1_000,
                        meaning = "Fewest trucks at work that are a group")
                int fewestTrucks,
        @Setting(
                        unit = "spreads",
                        min = 0,
                        max = 100,
                        meaning =
                                "Distance from the reference that is no drift; larger than what a"
                                        + " change of all operators causes")
                double slack,
        @Setting(
                        unit = "spreads x blocks",
                        min = 1,
                        max = 1_000,
                        meaning = "Sum of the distances beyond the slack that is a drift")
                double threshold,
        @Setting(
                        unit = "spreads",
                        min = 1,
                        max = 100,
                        meaning = "Largest distance of a block that counts")
                double bound,
        @Setting(
                        unit = "residual / expected",
                        min = 0.001,
                        max = 5,
                        meaning = "Smallest change of the ratio that is a drift")
                double minShift,
        @Setting(
                        unit = "h of event time",
                        min = 1,
                        max = 720,
                        meaning = "Time between two requests to replace one model version")
                int pauseH)
        implements Serializable {

    /** The default settings, chosen on the seeds 1 to 12 of the simulated mine. */
    public static final FleetDriftSettings DEFAULT =
            new FleetDriftSettings(5, 2, 4, 2, 6, 6, 0.05, 6);
}
