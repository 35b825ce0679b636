package io.fueloptimine.models.drift.residual;

import java.util.Arrays;

/**
 * When the newest samples of a truck began, so that a change point is known as a time. The array
 * must not be modified. Immutable.
 *
 * @param startsMs starts of the newest samples, oldest first, ms since the epoch (UTC)
 */
public record SampleTimes(long[] startsMs) {

    /** No samples. */
    public static final SampleTimes NONE = new SampleTimes(new long[0]);

    private static final int MOST = 256;

    SampleTimes with(long startMs) {
        int kept = Math.min(startsMs.length, MOST - 1);
        long[] next = Arrays.copyOfRange(startsMs, startsMs.length - kept, startsMs.length + 1);
        next[kept] = startMs;
        return new SampleTimes(next);
    }

    /**
     * The start of the first of a number of newest samples; that of the oldest known one if there
     * are fewer.
     */
    long startOfNewest(long samples) {
        return startsMs[(int) Math.max(0, startsMs.length - samples)];
    }
}
