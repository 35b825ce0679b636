package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.price.PriceCorrections;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a plan.
 *
 * @param situation the situation of the fleet at the time of the request
 * @param trigger the cause of the request
 */
public record PlanRequest(FleetSituation situation, PlanTrigger trigger) {

    /** A copy with the trucks that the assignment keeps in service; they decide, if present. */
    public PlanRequest withNeeded(Optional<Set<String>> truckIds) {
        return truckIds.map(ids -> new PlanRequest(situation.withNeeded(ids), trigger))
                .orElse(this);
    }

    /** A copy with other corrections of prices. */
    public PlanRequest with(PriceCorrections prices) {
        return new PlanRequest(situation.with(prices), trigger);
    }
}
