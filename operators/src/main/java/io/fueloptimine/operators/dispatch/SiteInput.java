package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;

/**
 * An input of {@link PlanAndAssign} beside the readings. Exactly one of trigger, target and
 * evidence is given.
 *
 * @param site the mine
 * @param trigger the trigger of a new plan; null without one
 * @param target a valid target; null without one
 * @param evidence what changes the price of a truck; null without it
 */
public record SiteInput(
        String site, PlanTrigger trigger, DispatchTarget target, PriceEvidence evidence) {

    static SiteInput of(PlanTrigger trigger) {
        return new SiteInput(trigger.site(), trigger, null, null);
    }

    static SiteInput of(DispatchTarget target) {
        return new SiteInput(target.site(), null, target, null);
    }

    static SiteInput of(PriceEvidence evidence) {
        return new SiteInput(evidence.site(), null, null, evidence);
    }
}
