package io.fueloptimine.models.dispatch.ledger;

import java.io.Serializable;
import java.time.Instant;

/**
 * The baseline period of a site: the time in which the mine worked without the dispatch whose
 * saving is measured.
 *
 * @param from start (UTC); shifts that start earlier are not part of it
 * @param until end (UTC); shifts that end later are not part of it
 */
public record BaselinePeriod(Instant from, Instant until) implements Serializable {

    public BaselinePeriod {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "the baseline period ends at " + until + ", expected a time after " + from);
        }
    }

    /** Whether a shift lies in the period. */
    public boolean contains(ShiftWork shift) {
        return !shift.start().isBefore(from) && !shift.end().isAfter(until);
    }

    /** Whether a shift starts after the period. */
    public boolean isBefore(ShiftWork shift) {
        return !shift.start().isBefore(until);
    }
}
