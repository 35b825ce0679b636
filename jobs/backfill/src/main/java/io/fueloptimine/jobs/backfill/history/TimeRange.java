package io.fueloptimine.jobs.backfill.history;

import java.time.Instant;

/**
 * A span of the time of records.
 *
 * @param from the first instant
 * @param to the first instant after the span
 */
public record TimeRange(Instant from, Instant to) {

    /** All times that messages can have. */
    public static final TimeRange ALL =
            new TimeRange(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
