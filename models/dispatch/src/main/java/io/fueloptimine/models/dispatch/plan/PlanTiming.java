package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import java.time.Instant;

/**
 * The time of the last plan and the trigger that waits for the next one. Immutable; {@link
 * PlanSchedule} derives the next plan from it.
 *
 * @param lastPlanAt fleet time of the last requested plan (UTC); null before the first plan
 * @param pending the trigger that waits until the minimum interval between plans has passed; null
 *     without one
 */
public record PlanTiming(Instant lastPlanAt, PlanTrigger pending) {

    /** The timing before the first plan. */
    public static PlanTiming stopped() {
        return new PlanTiming(null, null);
    }

    /** The timing after a plan was requested at a fleet time. */
    public static PlanTiming requestedAt(Instant at) {
        return new PlanTiming(at, null);
    }

    /** Whether a plan was requested before. */
    public boolean started() {
        return lastPlanAt != null;
    }

    /**
     * A copy with a waiting trigger. A trigger that already waits is kept and the new one is
     * dropped, because one new plan takes all changes into account.
     */
    public PlanTiming with(PlanTrigger trigger) {
        return started() && pending == null ? new PlanTiming(lastPlanAt, trigger) : this;
    }
}
