package io.fueloptimine.models.dispatch.fleet;

import java.time.Instant;

/**
 * Moving mean of the loading time of one loading unit. Immutable.
 *
 * @param startedAt start of the current load (UTC); null when there is none
 * @param meanS mean loading time, newer loads weighted more, s
 * @param loads number of loads in the mean
 */
public record LoadingTimeMean(Instant startedAt, double meanS, int loads) {

    /** Weight of the newest load after the first ten. */
    private static final double NEWEST_WEIGHT = 0.1;

    /** Minimum number of loads for the mean to be used. */
    private static final int ENOUGH_LOADS = 10;

    /** Longest plausible load, s; a longer time means that messages are missing. */
    private static final double LONGEST_S = 1_800;

    /** The mean before the first load. */
    public static LoadingTimeMean none() {
        return new LoadingTimeMean(null, 0, 0);
    }

    /** The mean after the start of a load. */
    public LoadingTimeMean started(Instant at) {
        return startedAt == null ? new LoadingTimeMean(at, meanS, loads) : ended(at).started(at);
    }

    /** The mean after the end of a load; unchanged when no load was started. */
    public LoadingTimeMean ended(Instant at) {
        if (startedAt == null) {
            return this;
        }
        double seconds = (at.toEpochMilli() - startedAt.toEpochMilli()) / 1_000.0;
        if (seconds <= 0 || seconds > LONGEST_S) {
            return new LoadingTimeMean(null, meanS, loads);
        }
        double weight = Math.max(NEWEST_WEIGHT, 1.0 / (loads + 1));
        return new LoadingTimeMean(null, meanS + weight * (seconds - meanS), loads + 1);
    }

    /** Whether the mean is of enough loads to be used. */
    public boolean hasEnoughLoads() {
        return loads >= ENOUGH_LOADS;
    }
}
