package io.fueloptimine.models.quality.clock;

/**
 * The last report about the clock of a machine.
 *
 * @param reportedMillis arrival time of the reading for which a jump was last reported, ms since
 *     the epoch
 * @param active whether the clock was wrong according to the last report
 */
public record ClockJump(long reportedMillis, boolean active) {

    /** The minimum time between two reports about a machine whose clock is wrong: ten minutes. */
    public static final long REPORT_EVERY_MILLIS = 600_000;

    /** The state of a machine for which no jump has been reported. */
    public static final ClockJump NONE = new ClockJump(Long.MIN_VALUE / 2, false);

    /**
     * Whether a jump must be reported for a reading with the given arrival time, ms since the
     * epoch.
     */
    public boolean isDue(long arrivalMillis) {
        return arrivalMillis - reportedMillis >= REPORT_EVERY_MILLIS;
    }
}
