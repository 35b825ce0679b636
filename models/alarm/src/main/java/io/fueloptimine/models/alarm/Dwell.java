package io.fueloptimine.models.alarm;

/**
 * How long a reason for an alarm has been there or gone. A minute that is neither bad nor good, in
 * the band between the two bounds, keeps things as they are: that is the hysteresis.
 *
 * @param badMin bad minutes in a row
 * @param goodMin good minutes in a row
 * @param raised whether the alarm is on
 */
public record Dwell(int badMin, int goodMin, boolean raised) {

    public static final Dwell NONE = new Dwell(0, 0, false);

    public Dwell next(boolean bad, boolean good, int raiseMin, int clearMin) {
        int newBad = bad ? badMin + 1 : 0;
        int newGood = good && !bad ? goodMin + 1 : 0;
        boolean on = raised ? newGood < clearMin : newBad >= raiseMin;
        return new Dwell(newBad, newGood, on);
    }
}
