package io.fueloptimine.models.dispatch;

import java.time.Instant;

/**
 * Trips given out on one leg against the plan's rate. Immutable.
 *
 * @param tripsPerHour the plan's rate
 * @param since when counting began (UTC)
 * @param carried trips behind (positive) or ahead when counting began
 * @param given trips given out since
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
