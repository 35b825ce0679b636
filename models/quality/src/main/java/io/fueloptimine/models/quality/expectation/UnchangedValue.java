package io.fueloptimine.models.quality.expectation;

/**
 * Tracks how long a column has had the same value. Mutable state type; fields are public for
 * Flink's POJO serializer.
 */
public final class UnchangedValue {

    /** Whether a period of unchanged values is in progress. */
    public boolean open;

    /** A 64-bit digest of the unchanged value. */
    public long digest;

    /** When the period of unchanged values began or was last reported, ms since the epoch. */
    public long sinceMs;

    /** The time of the newest reading, ms since the epoch. */
    public long lastMs = Long.MIN_VALUE;

    /** Used by Flink's POJO serializer. */
    public UnchangedValue() {}

    /**
     * Updates the period with a reading. Returns how long the value has been unchanged, ms, if this
     * time is longer than the limit, and 0 otherwise. After a report a new period begins, so a
     * stuck value is reported once per limit. Late readings are ignored; a gap longer than the
     * limit ends the period.
     *
     * @param active whether the machine works, so that the value should change
     */
    long stuckMs(long newDigest, long millis, boolean active, long limitMs) {
        if (millis <= lastMs) {
            return 0;
        }
        boolean continues = open && active && newDigest == digest && millis - lastMs <= limitMs;
        lastMs = millis;
        long durationMs = continues ? millis - sinceMs : 0;
        if (!continues || durationMs > limitMs) {
            open = active;
            digest = newDigest;
            sinceMs = millis;
        }
        return durationMs > limitMs ? durationMs : 0;
    }
}
