package io.fueloptimine.models.alarm;

/**
 * On-delay and off-delay of an alarm (ISA-18.2): it is raised after so many bad minutes in a row
 * and cleared after so many good ones. A minute between the two limits is neither, which gives the
 * hysteresis (deadband).
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
