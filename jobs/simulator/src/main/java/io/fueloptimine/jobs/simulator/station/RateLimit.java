package io.fueloptimine.jobs.simulator.station;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps a loading unit or dump within its highest rate: the loads that end within any hour are
 * together at most an hour's tonnes. So that the rate is not used up in the first part of an hour,
 * no load begins while the loads of the last ten minutes are a fifth of an hour's tonnes or more.
 * Not thread-safe.
 */
final class RateLimit {

    private static final long HOUR_MS = 3_600_000;
    private static final long TEN_MINUTES_MS = HOUR_MS / 6;

    /** Share of an hour's tonnes in ten minutes: 20 % faster than the mean, to catch up. */
    private static final double TEN_MINUTES_SHARE = 0.2;

    private record Ended(long atMs, double tonnes) {}

    private final double maxTph;
    private final Deque<Ended> ended = new ArrayDeque<>();

    /**
     * @param maxTph highest rate, t/h, above 0
     */
    RateLimit(double maxTph) {
        this.maxTph = maxTph;
    }

    /**
     * The earliest time at which the next load may begin, in ms since the epoch; not before now. A
     * load above an hour's tonnes begins when nothing ended in the hour before. {@link
     * LoadingStation#NEVER} when a load that is under way must end first.
     *
     * @param nextT the next load, t
     * @param underWayT the loads that have begun and not ended, t
     */
    long earliestMs(double nextT, double underWayT, long nowMs) {
        forget(nowMs);
        double hourT = underWayT + nextT;
        double tenMinutesT = underWayT;
        for (Ended load : ended) {
            hourT += load.tonnes;
            tenMinutesT += nowMs - load.atMs < TEN_MINUTES_MS ? load.tonnes : 0;
        }
        long earliestMs = nowMs;
        for (Ended load : ended) {
            if (hourT > maxTph) {
                earliestMs = Math.max(earliestMs, load.atMs + HOUR_MS);
                hourT -= load.tonnes;
            }
            if (tenMinutesT >= TEN_MINUTES_SHARE * maxTph && nowMs - load.atMs < TEN_MINUTES_MS) {
                earliestMs = Math.max(earliestMs, load.atMs + TEN_MINUTES_MS);
                tenMinutesT -= load.tonnes;
            }
        }
        boolean waitsForEnd =
                underWayT > 0 && (hourT > maxTph || tenMinutesT >= TEN_MINUTES_SHARE * maxTph);
        return waitsForEnd ? LoadingStation.NEVER : earliestMs;
    }

    /** Counts a load that has ended. */
    void ended(double tonnes, long nowMs) {
        ended.add(new Ended(nowMs, tonnes));
        forget(nowMs);
    }

    /** The loads that ended within the last hour, in order. */
    List<StationState.Load> snapshot(long nowMs) {
        forget(nowMs);
        List<StationState.Load> loads = new ArrayList<>();
        ended.forEach(load -> loads.add(new StationState.Load(nowMs - load.atMs, load.tonnes)));
        return loads;
    }

    void restore(List<StationState.Load> loads, long nowMs) {
        ended.clear();
        loads.forEach(load -> ended.add(new Ended(nowMs - load.agoMs(), load.tonnes())));
    }

    private void forget(long nowMs) {
        while (!ended.isEmpty() && nowMs - ended.peek().atMs >= HOUR_MS) {
            ended.poll();
        }
    }
}
