package io.fueloptimine.models.quality.clock;

import java.util.Arrays;

/**
 * What time it is at a site, told by its machines: the latest moment that {@value #QUORUM}
 * different machines have reached. One or two clocks that run ahead, even by years, cannot move it,
 * so it is safe to hold everybody else against. It remembers only the machines in front. Not
 * thread-safe.
 */
public final class SiteClock {

    /** How many machines must agree. */
    public static final int QUORUM = 3;

    /** Nothing known yet. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** A machine that tells an hour less than before has had its clock corrected. */
    private static final long CORRECTION_MILLIS = 3_600_000;

    private final String[] machines = new String[QUORUM];
    private final long[] times = new long[QUORUM];

    public SiteClock() {
        Arrays.fill(times, UNKNOWN);
    }

    /** Takes note of a machine's time, ms since the epoch. */
    public void observe(String machineId, long timeMillis) {
        int rearmost = 0;
        for (int i = 0; i < QUORUM; i++) {
            if (machineId.equals(machines[i])) {
                boolean corrected = times[i] - timeMillis > CORRECTION_MILLIS;
                times[i] = corrected ? timeMillis : Math.max(times[i], timeMillis);
                return;
            }
            if (times[i] < times[rearmost]) {
                rearmost = i;
            }
        }
        if (timeMillis > times[rearmost]) {
            machines[rearmost] = machineId;
            times[rearmost] = timeMillis;
        }
    }

    /** How many machines are known, up to the quorum. */
    public int witnesses() {
        int known = 0;
        for (String machine : machines) {
            known += machine == null ? 0 : 1;
        }
        return known;
    }

    /** The site's time, ms since the epoch; {@link #UNKNOWN} until the quorum is there. */
    public long millis() {
        return Math.min(times[0], Math.min(times[1], times[2]));
    }

    /**
     * The earliest time of the machines known so far, ms since the epoch: the best guess at a site
     * with fewer machines than the quorum. {@link #UNKNOWN} before the first.
     */
    public long earliestMillis() {
        long earliest = Long.MAX_VALUE;
        for (long time : times) {
            earliest = time == UNKNOWN ? earliest : Math.min(earliest, time);
        }
        return earliest == Long.MAX_VALUE ? UNKNOWN : earliest;
    }
}
