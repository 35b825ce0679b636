package io.fueloptimine.models.alarm;

/**
 * On-delay and off-delay of an alarm (ISA-18.2). The alarm is raised after a configured number of
 * bad minutes in a row and cleared after a configured number of good minutes in a row. A minute
 * whose value lies between the raise limit and the clear limit is neither bad nor good, which gives
 * the hysteresis (deadband).
 *
 * @param badMin bad minutes in a row
 * @param goodMin good minutes in a row
 * @param raised whether the alarm is raised
 */
public record AlarmDelay(int badMin, int goodMin, boolean raised) {

    public static final AlarmDelay NONE = new AlarmDelay(0, 0, false);

    public AlarmDelay next(boolean bad, boolean good, int raiseMin, int clearMin) {
        int newBad = bad ? badMin + 1 : 0;
        int newGood = good && !bad ? goodMin + 1 : 0;
        boolean on = raised ? newGood < clearMin : newBad >= raiseMin;
        return new AlarmDelay(newBad, newGood, on);
    }
}
