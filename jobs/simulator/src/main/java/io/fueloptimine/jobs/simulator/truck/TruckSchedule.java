package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.behaviour.OperatorShifts;
import io.fueloptimine.jobs.simulator.random.Purpose;

/**
 * The times at which a truck's operators change and take their meal, and at which the truck breaks
 * down.
 */
public final class TruckSchedule {

    private final OperatorShifts shifts;
    private final String truckId;
    private final int index;
    private final TruckRandom random;
    private long shift;
    private long changeOverMs;
    private long mealMs;
    private boolean mealTaken;
    private long breakdownMs;
    private String operatorId;
    private double pace;

    TruckSchedule(
            OperatorShifts shifts, String truckId, int index, long nowMs, TruckRandom random) {
        this.shifts = shifts;
        this.truckId = truckId;
        this.index = index;
        this.random = random;
        beginShift(OperatorShifts.shiftOf(nowMs), nowMs);
        drawBreakdown(nowMs);
    }

    public String operatorId() {
        return operatorId;
    }

    /** The fuel consumption of the current operator, divided by that of the average operator. */
    double burnFactor() {
        return shifts.burnFactor(operatorId);
    }

    /** The number of the current shift. */
    long shift() {
        return shift;
    }

    /** The pace of the current operator relative to the average operator. */
    double pace() {
        return pace;
    }

    boolean changeOverDue(long nowMs) {
        return nowMs >= changeOverMs;
    }

    /** Replaces the operator by the operator of the next shift. */
    void changeOver(long nowMs) {
        beginShift(Math.max(shift + 1, OperatorShifts.shiftOf(nowMs)), nowMs);
    }

    boolean mealDue(long nowMs) {
        return !mealTaken && nowMs >= mealMs;
    }

    void takeMeal() {
        mealTaken = true;
    }

    boolean breakdownDue(long nowMs) {
        return nowMs >= breakdownMs;
    }

    /**
     * Whether the signs of the next breakdown are visible in oil pressure and coolant temperature.
     */
    public boolean failing(long nowMs) {
        return nowMs >= breakdownMs - DurationModel.BREAKDOWN_SIGNS_MS;
    }

    /** The time of the next breakdown, in ms since the epoch. */
    long breakdownMs() {
        return breakdownMs;
    }

    void setBreakdownMs(long atMs) {
        breakdownMs = atMs;
    }

    /**
     * Whether the next breakdown stops the truck where it is. An overhaul does not: it begins when
     * the truck is empty, so that no loaded truck stands on a road for days.
     */
    boolean stopsOnRoad() {
        return !DurationModel.overhaul(random.ofBreakdown(Purpose.REPAIR));
    }

    /** How long the repair of the next breakdown takes, ms. */
    long repairMs() {
        return Math.round(1_000 * DurationModel.repairS(random.ofBreakdown(Purpose.REPAIR)));
    }

    /**
     * The truck is in service again. The next breakdown follows in calendar time from the one
     * before and its repair, and not from the time at which the truck stopped for it, which depends
     * on its work.
     */
    void repaired(long nowMs) {
        if (breakdownDue(nowMs)) {
            long repairedMs = breakdownMs + repairMs();
            random.nextBreakdown();
            drawBreakdown(repairedMs);
        }
    }

    private void drawBreakdown(long fromMs) {
        double hours =
                random.ofBreakdown(Purpose.BREAKDOWN)
                        .exponential(DurationModel.MEAN_HOURS_TO_BREAKDOWN);
        breakdownMs = fromMs + Math.round(3_600_000 * Math.max(2, hours));
    }

    private void beginShift(long newShift, long nowMs) {
        shift = newShift;
        changeOverMs = shifts.changeOverMs(truckId, shift);
        mealMs = shifts.mealMs(truckId, shift);
        mealTaken = nowMs > mealMs + 3_600_000;
        operatorId = shifts.operatorOf(index, shift);
        pace = shifts.pace(operatorId);
    }
}
