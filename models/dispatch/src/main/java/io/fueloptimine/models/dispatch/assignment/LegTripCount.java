package io.fueloptimine.models.dispatch.assignment;

import java.time.Instant;

/**
 * The number of trips assigned on one leg, compared with the plan's rate. Immutable.
 *
 * @param tripsPerHour the plan's rate
 * @param since when the count began (UTC)
 * @param carried trips behind the plan (positive) or ahead of it (negative) when the count began
 * @param given trips assigned since then
 */
public record LegTripCount(double tripsPerHour, Instant since, double carried, int given) {

    /** Trips behind the plan, negative when ahead. */
    double behind(Instant at) {
        double hours = Math.max(0, at.toEpochMilli() - since.toEpochMilli()) / 3_600_000.0;
        return carried + tripsPerHour * hours - given;
    }

    LegTripCount plus(int trips) {
        return new LegTripCount(tripsPerHour, since, carried, given + trips);
    }
}
