package io.fueloptimine.jobs.simulator.pit;

/** What a truck's day holds besides hauling: change-overs, meals, breakdowns. */
final class TruckDay {

    private final PitWorld world;
    private final String truckId;
    private final int index;
    private long shift;
    private long changeAtMs;
    private long mealAtMs;
    private boolean eaten;
    private long breakdownAtMs;
    private String operatorId;

    TruckDay(PitWorld world, String truckId, int index, long nowMs, Dice dice) {
        this.world = world;
        this.truckId = truckId;
        this.index = index;
        begin(Crew.shiftOf(nowMs), nowMs);
        repaired(nowMs, dice);
    }

    String operatorId() {
        return operatorId;
    }

    double burnFactor() {
        return world.crew.burnFactor(operatorId);
    }

    boolean changeDue(long nowMs) {
        return nowMs >= changeAtMs;
    }

    /** The next crew is in. */
    void changed(long nowMs) {
        begin(Math.max(shift + 1, Crew.shiftOf(nowMs)), nowMs);
    }

    boolean mealDue(long nowMs) {
        return !eaten && nowMs >= mealAtMs;
    }

    void eaten() {
        eaten = true;
    }

    boolean breakdownDue(long nowMs) {
        return nowMs >= breakdownAtMs;
    }

    /** Whether oil and coolant already tell of the next breakdown. */
    boolean failing(long nowMs) {
        return nowMs >= breakdownAtMs - Habits.BREAKDOWN_SIGNS_MS;
    }

    long breakdownAtMs() {
        return breakdownAtMs;
    }

    void breakdownAt(long atMs) {
        breakdownAtMs = atMs;
    }

    void repaired(long nowMs, Dice dice) {
        double hours = dice.exponential(Habits.MEAN_HOURS_TO_BREAKDOWN);
        breakdownAtMs = nowMs + Math.round(3_600_000 * Math.max(2, hours));
    }

    private void begin(long newShift, long nowMs) {
        shift = newShift;
        changeAtMs = world.crew.changeOverMs(truckId, shift);
        mealAtMs = world.crew.mealMs(truckId, shift);
        eaten = nowMs > mealAtMs + 3_600_000;
        operatorId = world.crew.operatorOf(index, shift);
    }
}
