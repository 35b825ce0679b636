package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;

/**
 * When changes of a tank are refuellings, thefts, leaks or errors of a meter. Tank sizes are not
 * settings; they come from the truck classes of the mine file.
 */
public record TankSettings(
        @Setting(
                        unit = "% of the tank",
                        min = 0.5,
                        max = 50,
                        meaning = "Rise of the level of a standing machine that is a refuelling")
                double fillPct,
        @Setting(
                        unit = "% of the tank",
                        min = 0.5,
                        max = 50,
                        meaning =
                                "Fall of a standing machine's level beyond the fuel burnt that"
                                        + " raises a theft; three steps of the 0.4 % level sensor")
                double theftPct,
        @Setting(
                        unit = "L",
                        min = 1,
                        max = 1_000,
                        meaning = "Smallest loss that raises a theft, whatever the tank")
                double theftL,
        @Setting(
                        unit = "min",
                        min = 5,
                        max = 240,
                        meaning = "Time within which the level must fall for a theft")
                int theftSpanMin,
        @Setting(
                        unit = "% of the tank",
                        min = 0.5,
                        max = 50,
                        meaning = "Fall of the level beyond the fuel burnt that is a fast leak")
                double fastLeakPct,
        @Setting(
                        unit = "min",
                        min = 15,
                        max = 90,
                        meaning = "Time within which the level must fall for a fast leak")
                int fastLeakSpanMin,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 60,
                        meaning = "Minutes in a row that must be bad before a fast leak is raised")
                int fastLeakDwellMin,
        @Setting(unit = "L/h", min = 0.5, max = 500, meaning = "Smallest slow leak that is raised")
                double slowLeakLph,
        @Setting(
                        unit = "L",
                        min = 1,
                        max = 1_000,
                        meaning = "Smallest loss of a slow leak that is raised")
                double slowLeakL,
        @Setting(
                        unit = "standard errors",
                        min = 2,
                        max = 50,
                        meaning = "How far a slow leak must exceed its error")
                double slowLeakSigma,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 240,
                        meaning = "Minutes in a row without loss before a leak or theft is cleared")
                int clearMin,
        @Setting(
                        unit = "% of the tank",
                        min = 0.01,
                        max = 10,
                        meaning = "Resolution of the level sensor")
                double levelStepPct,
        @Setting(
                        unit = "%",
                        min = 0.1,
                        max = 20,
                        meaning = "Standard error of the machines' fuel counters")
                double counterErrorPct,
        @Setting(
                        unit = "%",
                        min = 0.1,
                        max = 20,
                        meaning = "Standard error of the fuel bays' meters")
                double bayErrorPct,
        @Setting(
                        unit = "%",
                        min = 0.5,
                        max = 50,
                        meaning = "Deviation between meters that is a bias")
                double biasPct,
        @Setting(
                        unit = "min",
                        min = 1,
                        max = 1_440,
                        meaning =
                                "Time after a refuelling in which messages of the fuel bay and"
                                        + " scores are waited for")
                int settleMin)
        implements Serializable {

    /** The defaults. */
    public static final TankSettings DEFAULT =
            new TankSettings(3.0, 1.2, 40, 30, 2.0, 45, 3, 2.5, 20, 6, 3, 0.4, 2.0, 0.5, 3.0, 20);

    /** Smallest loss of a parked machine that is a theft, L. */
    double leastTheftL(double tankL) {
        return Math.max(theftPct / 100 * tankL, theftL);
    }

    /** Standard error of the difference of two levels, each rounded to the resolution, L. */
    double twoLevelsErrorL(double tankL) {
        return tankL * levelStepPct / 100 / Math.sqrt(6);
    }
}
