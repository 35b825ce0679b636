package io.fueloptimine.models.fuel.refuel;

/**
 * Selects the intervals used for training and evaluation: long enough to use much of a tank, short
 * enough that no refuelling is missing, and with litres that a tank can hold. All bounds are
 * exclusive.
 *
 * @param aboveHours minimum duration, h
 * @param belowHours maximum duration, h
 * @param aboveCycles minimum number of cycles
 * @param aboveL minimum litres dispensed
 * @param belowL maximum litres dispensed
 */
public record IntervalFilter(
        double aboveHours, double belowHours, int aboveCycles, double aboveL, double belowL) {

    /** For trucks with a tank of 4,200 L. */
    public static final IntervalFilter STANDARD = new IntervalFilter(8, 30, 5, 1_200, 4_600);

    /** Whether the interval is selected. */
    public boolean takes(RefuelInterval interval) {
        return interval.hours() > aboveHours
                && interval.hours() < belowHours
                && interval.cycles() > aboveCycles
                && interval.dispensedL() > aboveL
                && interval.dispensedL() < belowL;
    }
}
