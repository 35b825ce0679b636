package io.fueloptimine.models.dispatch.ledger;

import java.io.Serializable;
import java.time.Instant;

/**
 * The shifts of a mine: spans of equal length, one after the other.
 *
 * @param firstMs start of one shift, ms since the epoch
 * @param lengthMs length of a shift, ms, above 0
 */
public record ShiftTimes(long firstMs, long lengthMs) implements Serializable {

    private static final long HOUR_MS = 3_600_000;

    /**
     * Shifts of a number of hours.
     *
     * @param startHour an hour of the day (UTC) at which a shift starts, 0 to 23.99
     * @param hours length of a shift, h, above 0
     */
    public static ShiftTimes of(double startHour, double hours) {
        return new ShiftTimes(Math.round(startHour * HOUR_MS), Math.round(hours * HOUR_MS));
    }

    /** The start of the shift at a time, ms since the epoch. */
    public long startMs(Instant time) {
        long sinceFirst = time.toEpochMilli() - firstMs;
        return firstMs + Math.floorDiv(sinceFirst, lengthMs) * lengthMs;
    }

    /** An empty shift that starts at a time, ms since the epoch. */
    public ShiftWork blank(String site, long startMs) {
        return ShiftWork.none(
                site, Instant.ofEpochMilli(startMs), Instant.ofEpochMilli(startMs + lengthMs));
    }
}
