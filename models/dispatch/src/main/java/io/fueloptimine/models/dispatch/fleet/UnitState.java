package io.fueloptimine.models.dispatch.fleet;

import java.time.Instant;

/**
 * What is known of one loading unit. Immutable.
 *
 * @param stateAt time of its last change of state (UTC)
 * @param loadingTime its loading times
 */
public record UnitState(Instant stateAt, LoadingTimeMean loadingTime) {

    /** Whether the unit has reported a state that is later than the given time. */
    boolean isNewerThan(Instant at) {
        return at.isBefore(stateAt);
    }
}
