package io.fueloptimine.jobs.simulator.pit;

/**
 * Who drives: shifts of twelve hours from 08:00 and 20:00 of mine time, four crews in turn, every
 * truck with its own staggered change-over and meal. Operators differ in what they burn by 10 to 12
 * % between the thriftiest and the thirstiest tenth.
 */
final class Crew {

    static final long SHIFT_MS = 12 * 3_600_000L;
    private static final long FIRST_HOUR_MS = 8 * 3_600_000L;
    private static final int CREWS = 4;
    private static final double BURN_SIGMA = 0.043;

    private final long seed;

    Crew(long seed) {
        this.seed = seed;
    }

    /** The number of the shift a moment belongs to. */
    static long shiftOf(long ms) {
        return Math.floorDiv(ms - FIRST_HOUR_MS, SHIFT_MS);
    }

    /** When a machine's operator leaves, within 25 minutes of the shift's end, ms. */
    long changeOverMs(String machineId, long shift) {
        double share = Dice.fixed(seed, machineId + "change" + shift);
        return FIRST_HOUR_MS + (shift + 1) * SHIFT_MS + Math.round((share - 0.5) * 3_000_000);
    }

    /** When a machine's operator would eat, ms. */
    long mealMs(String machineId, long shift) {
        double share = Dice.fixed(seed, machineId + "meal" + shift);
        return FIRST_HOUR_MS + shift * SHIFT_MS + Math.round((3.5 + 4 * share) * 3_600_000);
    }

    /** Who sits in a machine during a shift. */
    String operatorOf(int machineIndex, long shift) {
        long crew = Math.floorMod(shift, CREWS);
        return String.format("OP-%c%02d", (char) ('A' + crew), machineIndex + 1);
    }

    /** What an operator burns against the mean one on the same road. */
    double burnFactor(String operatorId) {
        return Math.exp(BURN_SIGMA * Dice.of(seed, operatorId).gaussian());
    }
}
