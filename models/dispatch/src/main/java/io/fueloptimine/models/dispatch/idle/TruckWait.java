package io.fueloptimine.models.dispatch.idle;

import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.reading.StopReason;
import java.io.Serializable;
import java.time.Instant;

/**
 * What is known of one truck: since when it waits, and what was advised. Immutable.
 *
 * @param at time of the truck's latest change of state (UTC)
 * @param reason why the truck waits; null when it does not wait
 * @param since when the wait began (UTC); null when the truck does not wait
 * @param engineOffAt start of the first minute of the wait in which the engine was off (UTC); null
 *     while it runs and when it is not known
 * @param advice the advice of this wait; null without one
 */
public record TruckWait(
        Instant at, StopReason reason, Instant since, Instant engineOffAt, ShutdownAdvice advice)
        implements Serializable {

    /** A truck that does not wait. */
    static TruckWait none(Instant at) {
        return new TruckWait(at, null, null, null, null);
    }

    /** The beginning of a wait. */
    static TruckWait begun(Instant at, StopReason reason) {
        return new TruckWait(at, reason, at, null, null);
    }

    /** Whether the truck waits. */
    public boolean waits() {
        return since != null;
    }

    /** A copy of a wait that goes on at a later time. */
    TruckWait continued(Instant later) {
        return new TruckWait(later, reason, since, engineOffAt, advice);
    }

    /** A copy with an advice. */
    public TruckWait advised(ShutdownAdvice given) {
        return new TruckWait(at, reason, since, engineOffAt, given);
    }

    /** A copy with the time from which the engine is off; null when it runs. */
    TruckWait withEngineOffAt(Instant offAt) {
        return new TruckWait(
                at, reason, since, offAt, advice == null ? null : advice.withEngineOffAt(offAt));
    }
}
