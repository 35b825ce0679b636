package io.fueloptimine.models.quality.clock;

import java.util.Arrays;

/**
 * The current time of a site, derived from its readings: the latest time that {@value #QUORUM}
 * different machines have reached. One or two machine clocks that are ahead, even by years, cannot
 * advance the site's time, so the site's time is a safe reference for the clocks of machines. The
 * class keeps only the {@value #QUORUM} machines with the latest times. Not thread-safe.
 */
public final class SiteClock {

    /** The number of machines that must have reached a time. */
    public static final int QUORUM = 3;

    /** The value of a time that is not known yet. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /**
     * When a machine's time is this much earlier than its previous time, its clock was corrected,
     * ms.
     */
    private static final long CORRECTION_MILLIS = 3_600_000;

    private final String[] machines = new String[QUORUM];
    private final long[] times = new long[QUORUM];

    public SiteClock() {
        Arrays.fill(times, UNKNOWN);
    }

    /** Updates the site's clock with a machine's time, ms since the epoch. */
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

    /** The number of known machines, at most {@value #QUORUM}. */
    public int machineCount() {
        int known = 0;
        for (String machine : machines) {
            known += machine == null ? 0 : 1;
        }
        return known;
    }

    /**
     * The site's time, ms since the epoch; {@link #UNKNOWN} until {@value #QUORUM} machines are
     * known.
     */
    public long millis() {
        return Math.min(times[0], Math.min(times[1], times[2]));
    }

    /**
     * The earliest time of the known machines, ms since the epoch. It is the best estimate at a
     * site with fewer than {@value #QUORUM} machines. {@link #UNKNOWN} before the first reading.
     */
    public long earliestMillis() {
        long earliest = Long.MAX_VALUE;
        for (long time : times) {
            earliest = time == UNKNOWN ? earliest : Math.min(earliest, time);
        }
        return earliest == Long.MAX_VALUE ? UNKNOWN : earliest;
    }
}
