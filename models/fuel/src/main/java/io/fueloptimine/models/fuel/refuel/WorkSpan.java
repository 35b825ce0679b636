package io.fueloptimine.models.fuel.refuel;

import java.time.Duration;
import java.time.Instant;

/**
 * Work that a truck did between two times, evenly, but for the time it stood at the fuel bay.
 *
 * @param from when it began
 * @param to when it ended; not after {@code from} where the clocks tell of no time
 * @param refuellingS how long of it the truck stood at the bay, s
 * @param work what was done
 */
record WorkSpan(Instant from, Instant to, double refuellingS, Work work) {

    /** The part that falls between two times; a span of no length falls where it begins. */
    Work within(Instant after, Instant until) {
        double lengthS = seconds(from, to) - refuellingS;
        if (lengthS <= 0) {
            boolean inside = from.isAfter(after) && !from.isAfter(until);
            return inside ? work : Work.NONE;
        }
        double share = overlapS(from, to, after, until) / lengthS;
        return share == 0 ? Work.NONE : work.times(Math.min(1, share));
    }

    /** How long two spans of time overlap, s. */
    static double overlapS(Instant from, Instant to, Instant otherFrom, Instant otherTo) {
        Instant begin = from.isAfter(otherFrom) ? from : otherFrom;
        Instant end = to.isBefore(otherTo) ? to : otherTo;
        return Math.max(0, seconds(begin, end));
    }

    /** From one time to another, s; below 0 when the other is earlier. */
    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
