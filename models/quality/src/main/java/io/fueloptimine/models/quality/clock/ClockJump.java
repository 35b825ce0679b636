package io.fueloptimine.models.quality.clock;

/**
 * What was reported about the clock of a machine.
 *
 * @param reportedMillis when a jump was last reported, time of arrival, ms since the epoch
 * @param active whether the last report said that the clock is wrong
 */
public record ClockJump(long reportedMillis, boolean active) {

    /** The time between two reports of a machine whose clock is wrong: at least ten minutes. */
    public static final long REPORT_EVERY_MILLIS = 600_000;

    /** No jump has been reported. */
    public static final ClockJump NONE = new ClockJump(Long.MIN_VALUE / 2, false);

    /** Whether a jump at this time of arrival, ms since the epoch, is to be reported. */
    public boolean isDue(long arrivalMillis) {
        return arrivalMillis - reportedMillis >= REPORT_EVERY_MILLIS;
    }
}
