package io.fueloptimine.models.quality.expectation;

/** How long a column has said the same. A mutable state type; all fields are for Flink. */
public final class ConstantRun {

    /** Whether a run is open. */
    public boolean open;

    /** 64 bits of the value. */
    public long digest;

    /** When the run began, or was last told of, ms since the epoch. */
    public long sinceMs;

    /** The newest reading's time, ms since the epoch. */
    public long lastMs = Long.MIN_VALUE;

    /** For Flink. */
    public ConstantRun() {}

    /**
     * Takes note of a reading and tells how long the run has lasted; 0 unless that is longer than
     * the limit. Then the next run begins, so that a stuck value is told once in each such time. A
     * late reading changes nothing, and a silence longer than the limit proves nothing.
     *
     * @param counts whether the machine does what lets the value change
     */
    long stuckMs(long newDigest, long millis, boolean counts, long limitMs) {
        if (millis <= lastMs) {
            return 0;
        }
        boolean goesOn = open && counts && newDigest == digest && millis - lastMs <= limitMs;
        lastMs = millis;
        long lasted = goesOn ? millis - sinceMs : 0;
        if (!goesOn || lasted > limitMs) {
            open = counts;
            digest = newDigest;
            sinceMs = millis;
        }
        return lasted > limitMs ? lasted : 0;
    }
}
