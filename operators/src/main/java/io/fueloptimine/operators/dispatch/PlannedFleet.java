package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.FleetSituation;
import io.fueloptimine.models.mine.DispatchPlan;

/**
 * A plan with the situation that it was made for.
 *
 * @param plan the plan
 * @param situation closures and breakdowns that it knew of
 */
public record PlannedFleet(DispatchPlan plan, FleetSituation situation) {}
