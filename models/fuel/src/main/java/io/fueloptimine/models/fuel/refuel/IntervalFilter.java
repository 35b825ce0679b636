package io.fueloptimine.models.fuel.refuel;

import java.util.Locale;

/**
 * Selects the refuelling intervals used for training and evaluation. An interval must be long
 * enough to use much of a tank, short enough that no refuelling record is missing, and its litres
 * must fit into a tank. All bounds are exclusive.
 *
 * @param aboveHours minimum duration, h
 * @param belowHours maximum duration, h
 * @param aboveCycles minimum number of cycles
 * @param aboveL minimum litres dispensed
 * @param belowL maximum litres dispensed
 */
public record IntervalFilter(
        double aboveHours, double belowHours, int aboveCycles, double aboveL, double belowL) {

    /** The filter for trucks with a tank of 4,200 L. */
    public static final IntervalFilter STANDARD = new IntervalFilter(8, 30, 5, 1_200, 4_600);

    /** Whether the interval is selected. */
    public boolean takes(RefuelInterval interval) {
        return interval.hours() > aboveHours
                && interval.hours() < belowHours
                && interval.cycles() > aboveCycles
                && interval.dispensedL() > aboveL
                && interval.dispensedL() < belowL;
    }

    /** The bounds as text for reports. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "between %.0f and %.0f h, more than %d cycles and between %.0f and %.0f L",
                aboveHours,
                belowHours,
                aboveCycles,
                aboveL,
                belowL);
    }
}
