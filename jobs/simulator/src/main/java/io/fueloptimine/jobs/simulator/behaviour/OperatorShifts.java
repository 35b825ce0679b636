package io.fueloptimine.jobs.simulator.behaviour;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import java.util.Locale;

/**
 * Shifts and operators of the trucks. Shifts of twelve hours begin at 08:00 and 20:00 of simulated
 * time, in a rotation of four crews. The times of shift changes and meals differ from truck to
 * truck.
 *
 * <p>On the same road, the 10 % of operators with the highest fuel consumption burn 10 to 12 % more
 * fuel than the 10 % with the lowest. Thread-safe.
 */
public final class OperatorShifts {

    private static final long SHIFT_MS = 12 * 3_600_000L;
    private static final long FIRST_HOUR_MS = 8 * 3_600_000L;
    private static final int CREWS = 4;
    private static final double BURN_SIGMA = 0.043;

    private final long seed;

    public OperatorShifts(long seed) {
        this.seed = seed;
    }

    /**
     * The number of the shift at a simulated time.
     *
     * @param ms simulated time since the epoch, ms
     */
    public static long shiftOf(long ms) {
        return Math.floorDiv(ms - FIRST_HOUR_MS, SHIFT_MS);
    }

    /**
     * The time at which the operators of a machine change, at most 25 minutes before or after the
     * end of the shift, in ms since the epoch.
     */
    public long changeOverMs(String machineId, long shift) {
        double share = SeededRandom.fixed(seed, machineId + "change" + shift);
        return FIRST_HOUR_MS + (shift + 1) * SHIFT_MS + Math.round((share - 0.5) * 3_000_000);
    }

    /** The time at which the meal of a machine's operator is due, in ms since the epoch. */
    public long mealMs(String machineId, long shift) {
        double share = SeededRandom.fixed(seed, machineId + "meal" + shift);
        return FIRST_HOUR_MS + shift * SHIFT_MS + Math.round((3.5 + 4 * share) * 3_600_000);
    }

    /** The id of the operator of a machine during a shift. */
    public String operatorOf(int machineIndex, long shift) {
        long crew = Math.floorMod(shift, CREWS);
        return String.format(Locale.ROOT, "OP-%c%02d", (char) ('A' + crew), machineIndex + 1);
    }

    /**
     * The fuel consumption of an operator, divided by that of the average operator on the same
     * road.
     */
    public double burnFactor(String operatorId) {
        return Math.exp(BURN_SIGMA * SeededRandom.of(seed, operatorId).gaussian());
    }

    /** The pace of an operator, relative to the average operator. */
    public double pace(String operatorId) {
        return OperatorPace.of(seed, operatorId);
    }
}
