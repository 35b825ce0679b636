package io.fueloptimine.models.dispatch;

import java.time.Instant;

/**
 * What one truck has reported. Immutable; updated by {@link FleetTracker}.
 *
 * @param status its status; null before its first change of state
 * @param reportedAt the time of its latest reading (UTC)
 */
public record TruckReport(TruckStatus status, Instant reportedAt) {

    /** Whether a change of state is older than the one that the status comes from. */
    boolean isNewerThan(Instant at) {
        return status != null && status.since() != null && at.isBefore(status.since());
    }

    /** The status, not available when the truck has been silent for too long. */
    TruckStatus statusAt(Instant now, long silentAfterS) {
        return reportedAt.plusSeconds(silentAfterS).isBefore(now) ? status.unavailable() : status;
    }
}
