package io.fueloptimine.models.mine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A plan for the trucks of a mine.
 *
 * @param planId deterministic id: site and time
 * @param site the mine
 * @param madeAt event time of the trigger (UTC)
 * @param validUntil when the plan expires (UTC)
 * @param trigger the cause of the plan
 * @param solverState how the plan was found
 * @param targetTph target, tonnes per hour
 * @param plannedTph planned tonnes per hour
 * @param plannedLph planned litres per hour, including idling
 * @param baselineLph litres per hour that fixed truck-shovel pairs burn for the same tonnes
 * @param matchFactor trucks x loading time / (loaders x cycle time)
 * @param trucksInService number of trucks that should work, per truck class
 * @param trucksParked number of trucks that should be parked with the engine off, per truck class
 * @param flows the planned trips on each leg
 * @param unmet targets that the plan does not meet, as text with tonnes per hour; empty when all
 *     are met
 * @param solveMillis time that the solver took, ms
 * @param prices the prices of trips that the plan was made with
 */
public record DispatchPlan(
        String planId,
        String site,
        Instant madeAt,
        Instant validUntil,
        PlanCause trigger,
        SolverState solverState,
        double targetTph,
        double plannedTph,
        double plannedLph,
        double baselineLph,
        double matchFactor,
        Map<String, Integer> trucksInService,
        Map<String, Integer> trucksParked,
        List<PlannedFlow> flows,
        List<String> unmet,
        long solveMillis,
        PlanPrices prices)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(DispatchPlan.class);

    public DispatchPlan {
        CHECK.required("planId", planId)
                .required("site", site)
                .required("madeAt", madeAt)
                .required("validUntil", validUntil)
                .required("trigger", trigger)
                .required("solverState", solverState);
        prices = prices == null ? PlanPrices.unknown() : prices;
    }

    @Override
    public String topicKey() {
        return site;
    }
}
