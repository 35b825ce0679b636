package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.mine.PlanTrigger;

/**
 * A request for a plan.
 *
 * @param situation the situation of the fleet at the time of the request
 * @param trigger the cause of the request
 */
public record PlanRequest(FleetSituation situation, PlanTrigger trigger) {}
