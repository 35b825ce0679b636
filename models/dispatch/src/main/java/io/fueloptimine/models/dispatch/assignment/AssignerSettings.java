package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.CheckedSettings;
import io.fueloptimine.models.mine.Setting;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * The settings of the truck-by-truck assignment. All costs are in litres, so that they can be
 * added.
 */
public record AssignerSettings(
        @Setting(
                        unit = "L/h",
                        min = 0,
                        max = 10_000,
                        meaning =
                                "Cost of an hour that a truck waits, during which another truck has"
                                        + " to do its work; a fleet burns 158 L per calendar"
                                        + " truck-hour")
                double waitingLph,
        @Setting(
                        unit = "L per truck",
                        min = 0,
                        max = 10_000,
                        meaning =
                                "Value of sending a truck to a loading unit that no truck drives to")
                double hangL,
        @Setting(
                        unit = "L per trip",
                        min = 0,
                        max = 10_000,
                        meaning =
                                "Value of a trip per trip that its destination is behind the plan")
                double behindPlanL,
        @Setting(
                        unit = "L per trip",
                        min = 0,
                        max = 10_000,
                        meaning = "Additional cost of a leg that the plan does not use")
                double offPlanL,
        @Setting(
                        unit = "trips",
                        min = 0,
                        max = 100,
                        meaning = "Highest number of trips behind or ahead of the plan that counts")
                double maxTripsBehind,
        @Setting(unit = "s", min = 1, max = 3_600, meaning = "Mean time of dumping") double dumpS,
        @Setting(unit = "s", min = 1, max = 3_600, meaning = "Mean time of spotting") double spotS,
        @Setting(
                        unit = "% of the fuel hours",
                        min = 0,
                        max = 100,
                        meaning = "A truck with less fuel goes to a fuel bay if one is free")
                double candidateFuelPct,
        @Setting(
                        unit = "% of the fuel hours",
                        min = 0,
                        max = 100,
                        meaning = "A truck with less fuel goes to a fuel bay even if none is free")
                double criticalFuelPct,
        @Setting(
                        unit = "trucks",
                        min = 1,
                        max = 100,
                        meaning =
                                "Highest number of trucks at a fuel bay, including those driving to it")
                int fuelBayPlaces,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 86_400,
                        meaning =
                                "Time for which a class must have surplus trucks before one is"
                                        + " parked")
                long surplusForS,
        @Setting(
                        unit = "s",
                        min = 0,
                        max = 86_400,
                        meaning =
                                "Shortest time for which a truck stays parked, unless two or more"
                                        + " trucks are missing")
                long minParkedS,
        @Setting(
                        unit = "diversions per trip",
                        min = 0,
                        max = 10,
                        meaning = "Highest number of times that a truck may be diverted on its way")
                int maxDiversions,
        @Setting(
                        unit = "assignments",
                        min = 1,
                        max = 10,
                        meaning =
                                "Highest number of assignments offered to a truck that rejects them,"
                                        + " including the first")
                int maxAttempts,
        @Setting(
                        unit = "s",
                        min = 10,
                        max = 86_400,
                        meaning = "Time for which an assignment is valid")
                long validForS)
        implements Serializable, CheckedSettings {

    /** The defaults. */
    public static final AssignerSettings DEFAULT =
            new AssignerSettings(
                    150, 8, 20, 30, 3, 83, 80, 40, 10, 2, 10 * 60, 30 * 60, 1, 2, 15 * 60);

    /** The defaults. */
    public static AssignerSettings defaults() {
        return DEFAULT;
    }

    @Override
    public List<String> faults() {
        return criticalFuelPct <= candidateFuelPct
                ? List.of()
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "criticalFuelPct is %s, expected candidateFuelPct, %s, or less",
                                criticalFuelPct,
                                candidateFuelPct));
    }
}
