package io.fueloptimine.models.alarm.tank;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one machine's tank. Mutable state type; fields are public for Flink's POJO
 * serializer. Not thread-safe.
 */
public class TankState {

    private static final long KEPT_MS = 100 * 60_000L;

    /** Minutes that are kept however old they are, so that both sides of a gap are compared. */
    private static final int KEPT_OVER_A_GAP = 8;

    /** Fuel by the machine's own meter. */
    public MeteredFuel metered = MeteredFuel.NONE;

    /** The latest minutes, oldest first. */
    public List<TankMinute> minutes = new ArrayList<>();

    /** Number of the present part of the balance. */
    public int segment;

    public LevelSteps steps = LevelSteps.NONE;
    public BalanceBlocks blocks = BalanceBlocks.NONE;
    public LeakState leak = LeakState.NONE;

    /** The latest minute with a leak, ms since the epoch; 0 when there was none. */
    public long leakAtMs;

    /** The deviation between level and meter that is raised; null when there is none. */
    public MeterBias meter;

    /** The step loss that goes on; null when there is none. */
    public OpenDrain drain;

    /** Minutes for which the open loss has not grown. */
    public int drainCalmMin;

    /** Minutes up to this time are no part of a new step loss, ms since the epoch. */
    public long drainsSinceMs;

    public Fills fills = Fills.NONE;

    /** The present interval; null before the first refuelling. */
    public FuelInterval interval;

    /** The latest intervals that have ended, oldest first. */
    public List<ClosedInterval> closed = new ArrayList<>();

    /** Expected fuel of the recent windows, in the order of arrival. */
    public List<ExpectedMinute> expected = new ArrayList<>();

    /** Capacity of the tank, L; 0 before the first minute. */
    public double tankL;

    /** Location of the latest standstill; null when unknown. */
    public String place;

    /** The latest minute; null before the first. */
    TankMinute last() {
        return minutes.isEmpty() ? null : minutes.get(minutes.size() - 1);
    }

    void add(TankMinute minute) {
        minutes.add(minute);
        while (minutes.size() > KEPT_OVER_A_GAP
                && minutes.get(0).atMs() < minute.atMs() - KEPT_MS) {
            minutes.remove(0);
        }
    }

    /** Begins a new part of the balance with the minutes since a time. */
    void beginSegment(long fromMs) {
        segment++;
        minutes.replaceAll(
                minute ->
                        minute.atMs() < fromMs
                                ? minute
                                : new TankMinute(
                                        minute.atMs(),
                                        segment,
                                        minute.levelL(),
                                        minute.meteredL(),
                                        minute.standing(),
                                        minute.engineOff()));
    }
}
