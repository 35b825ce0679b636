package io.fueloptimine.jobs.simulator.behaviour;

import io.fueloptimine.jobs.simulator.random.DurationDistribution;
import io.fueloptimine.jobs.simulator.random.MachineRandom;
import io.fueloptimine.jobs.simulator.random.Purpose;

/**
 * The breakdowns of a loading unit or crusher in calendar time. The k-th breakdown begins an
 * exponentially distributed time after the end of the one before and lasts as long as its repair.
 * Both are drawn by the number of the breakdown, so that the breakdowns are the same whatever the
 * trucks do. Not thread-safe.
 */
public final class Breakdowns {

    private static final double MS_PER_HOUR = 3_600_000;

    private final MachineRandom random;
    private final double meanHoursBetween;
    private final DurationDistribution repair;
    private long number;
    private long fromMs;
    private long untilMs;

    /**
     * @param nowMs the time from which the first breakdown is drawn, in ms since the epoch
     */
    private Breakdowns(
            MachineRandom random,
            double meanHoursBetween,
            DurationDistribution repair,
            long nowMs) {
        this.random = random;
        this.meanHoursBetween = meanHoursBetween;
        this.repair = repair;
        drawAfter(nowMs);
    }

    /** The breakdowns of a loading unit. */
    public static Breakdowns ofLoadingUnit(MachineRandom random, long nowMs) {
        return new Breakdowns(
                random, DurationModel.UNIT_HOURS_BETWEEN_STOPS, DurationModel.UNIT_REPAIR, nowMs);
    }

    /** The breakdowns of a crusher. */
    public static Breakdowns ofCrusher(MachineRandom random, long nowMs) {
        return new Breakdowns(
                random,
                DurationModel.CRUSHER_HOURS_BETWEEN_STOPS,
                DurationModel.CRUSHER_REPAIR,
                nowMs);
    }

    /** Whether the machine is broken down. The times of successive calls must not decrease. */
    public boolean down(long nowMs) {
        while (nowMs >= untilMs) {
            number++;
            drawAfter(untilMs);
        }
        return nowMs >= fromMs;
    }

    /** Number of breakdowns before the current or next one. */
    public long number() {
        return number;
    }

    /** The beginning of the current or next breakdown, in ms since the epoch. */
    public long fromMs() {
        return fromMs;
    }

    /** Continues with the breakdown of that number and beginning. */
    public void restore(long breakdown, long beginningMs) {
        number = breakdown;
        begin(beginningMs);
    }

    private void drawAfter(long ms) {
        double hours = random.of(Purpose.BREAKDOWN, number).exponential(meanHoursBetween);
        begin(ms + Math.round(MS_PER_HOUR * hours));
    }

    private void begin(long ms) {
        fromMs = ms;
        double repairS = repair.draw(random.of(Purpose.REPAIR, number));
        untilMs = ms + Math.max(1_000, Math.round(1_000 * repairS));
    }
}
