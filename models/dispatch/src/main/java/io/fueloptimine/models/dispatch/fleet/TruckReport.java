package io.fueloptimine.models.dispatch.fleet;

import java.time.Instant;

/**
 * The latest reported status of one truck. Immutable; {@link FleetTracker} updates it.
 *
 * @param status the status of the truck; null before the first change of state
 * @param reportedAt the time of the truck's latest reading (UTC)
 */
public record TruckReport(TruckStatus status, Instant reportedAt) {

    /** Whether the status comes from a change of state that is later than the given time. */
    boolean isNewerThan(Instant at) {
        return status != null && status.since() != null && at.isBefore(status.since());
    }

    /**
     * The status at a time. It is marked as not available when the truck has been silent for too
     * long.
     */
    TruckStatus statusAt(Instant now, long silentAfterS) {
        return reportedAt.plusSeconds(silentAfterS).isBefore(now) ? status.unavailable() : status;
    }
}
