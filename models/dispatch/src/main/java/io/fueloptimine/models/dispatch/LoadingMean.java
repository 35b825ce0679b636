package io.fueloptimine.models.dispatch;

import java.time.Instant;

/**
 * How long a loading unit lately took per truck. Immutable.
 *
 * @param startedAt when the load under way began (UTC); null when none is
 * @param meanS mean of the loads seen, the newer weighing more, s
 * @param loads how many were seen
 */
public record LoadingMean(Instant startedAt, double meanS, int loads) {

    /** Weight of the newest load once ten were seen. */
    private static final double NEWEST_WEIGHT = 0.1;

    /** Fewer loads than this say little. */
    private static final int ENOUGH_LOADS = 10;

    /** Longer than any load: the unit's messages have a gap. */
    private static final double LONGEST_S = 1_800;

    static LoadingMean none() {
        return new LoadingMean(null, 0, 0);
    }

    LoadingMean started(Instant at) {
        return startedAt == null ? new LoadingMean(at, meanS, loads) : ended(at).started(at);
    }

    LoadingMean ended(Instant at) {
        if (startedAt == null) {
            return this;
        }
        double seconds = (at.toEpochMilli() - startedAt.toEpochMilli()) / 1_000.0;
        if (seconds <= 0 || seconds > LONGEST_S) {
            return new LoadingMean(null, meanS, loads);
        }
        double weight = Math.max(NEWEST_WEIGHT, 1.0 / (loads + 1));
        return new LoadingMean(null, meanS + weight * (seconds - meanS), loads + 1);
    }

    boolean tellsEnough() {
        return loads >= ENOUGH_LOADS;
    }
}
