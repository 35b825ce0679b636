package io.fueloptimine.models.fuel.refuel;

import java.time.Duration;
import java.time.Instant;

/**
 * Work of a truck between two times, distributed evenly except for the time at the fuel bay.
 *
 * @param from the start
 * @param to the end; can be before {@code from} if the recorded times are inconsistent
 * @param refuellingS the part of the span that the truck spent at the fuel bay, s
 * @param work the work
 */
record WorkSpan(Instant from, Instant to, double refuellingS, Work work) {

    /**
     * The part of the span between two times. A span without length belongs to the time at which it
     * starts.
     */
    Work within(Instant after, Instant until) {
        double lengthS = seconds(from, to) - refuellingS;
        if (lengthS <= 0) {
            boolean inside = from.isAfter(after) && !from.isAfter(until);
            return inside ? work : Work.NONE;
        }
        double share = overlapS(from, to, after, until) / lengthS;
        return share == 0 ? Work.NONE : work.times(Math.min(1, share));
    }

    /** The overlap of two spans of time, s. */
    static double overlapS(Instant from, Instant to, Instant otherFrom, Instant otherTo) {
        Instant begin = from.isAfter(otherFrom) ? from : otherFrom;
        Instant end = to.isBefore(otherTo) ? to : otherTo;
        return Math.max(0, seconds(begin, end));
    }

    /** The time from {@code from} to {@code to}, s; negative when {@code to} is earlier. */
    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
