package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import java.time.Instant;
import java.util.Optional;

/**
 * The time of the next plan. Immutable.
 *
 * @param lastPlanAt fleet time of the last requested plan (UTC); null before the first plan
 * @param pending the trigger that waits until the minimum interval between plans has passed; null
 *     without one
 */
public record PlanTiming(Instant lastPlanAt, PlanTrigger pending) {

    static PlanTiming stopped() {
        return new PlanTiming(null, null);
    }

    boolean started() {
        return lastPlanAt != null;
    }

    /**
     * A copy with a waiting trigger. A trigger that already waits is kept and the new one is
     * dropped, because one new plan takes all changes into account.
     */
    PlanTiming with(PlanTrigger trigger) {
        return started() && pending == null ? new PlanTiming(lastPlanAt, trigger) : this;
    }

    /** The trigger of a plan that is due at the given time; empty when no plan is due. */
    Optional<PlanTrigger> due(String site, Instant now, DispatchSettings settings) {
        if (pending != null && !now.isBefore(lastPlanAt.plusSeconds(settings.planSpacingS()))) {
            return Optional.of(pending);
        }
        if (!now.isBefore(lastPlanAt.plusSeconds(settings.planEveryS()))) {
            return Optional.of(new PlanTrigger(site, PlanCause.CLOCK, null, now));
        }
        return Optional.empty();
    }
}
