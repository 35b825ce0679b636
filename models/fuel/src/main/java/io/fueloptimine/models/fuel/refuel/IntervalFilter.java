package io.fueloptimine.models.fuel.refuel;

/**
 * Which intervals are fit to learn from and to be judged on: long enough for a full tank to have
 * been used, short enough for no refuelling to be missing, with litres that a tank can take. All
 * bounds are exclusive.
 *
 * @param aboveHours hours
 * @param belowHours hours
 * @param aboveCycles cycles
 * @param aboveL litres dispensed
 * @param belowL litres dispensed
 */
public record IntervalFilter(
        double aboveHours, double belowHours, int aboveCycles, double aboveL, double belowL) {

    /** For trucks with a tank of 4,200 L. */
    public static final IntervalFilter STANDARD = new IntervalFilter(8, 30, 5, 1_200, 4_600);

    /** Whether the interval is fit. */
    public boolean takes(RefuelInterval interval) {
        return interval.hours() > aboveHours
                && interval.hours() < belowHours
                && interval.cycles() > aboveCycles
                && interval.dispensedL() > aboveL
                && interval.dispensedL() < belowL;
    }
}
