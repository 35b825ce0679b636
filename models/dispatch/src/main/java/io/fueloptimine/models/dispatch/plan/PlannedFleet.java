package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.mine.DispatchPlan;

/**
 * A plan and the situation for which it was made.
 *
 * @param plan the plan
 * @param situation the closures and breakdowns that the plan takes into account
 */
public record PlannedFleet(DispatchPlan plan, FleetSituation situation) {}
