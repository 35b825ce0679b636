package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.FleetSituation;
import io.fueloptimine.models.mine.PlanTrigger;

/**
 * A plan wanted.
 *
 * @param situation the fleet now
 * @param trigger what caused it
 */
public record PlanRequest(FleetSituation situation, PlanTrigger trigger) {}
