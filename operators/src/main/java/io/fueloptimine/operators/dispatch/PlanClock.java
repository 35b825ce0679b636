package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import java.time.Instant;
import java.util.Optional;

/**
 * When the next plan is due. Immutable.
 *
 * @param lastPlanAt fleet time of the last plan wanted (UTC); null before the first
 * @param pending the trigger that waits its turn; null without one
 */
public record PlanClock(Instant lastPlanAt, PlanTrigger pending) {

    static PlanClock stopped() {
        return new PlanClock(null, null);
    }

    boolean started() {
        return lastPlanAt != null;
    }

    /** The first trigger waits; later ones say the same: plan again. */
    PlanClock with(PlanTrigger trigger) {
        return started() && pending == null ? new PlanClock(lastPlanAt, trigger) : this;
    }

    /** The trigger of a plan that is due now, empty when none is. */
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
