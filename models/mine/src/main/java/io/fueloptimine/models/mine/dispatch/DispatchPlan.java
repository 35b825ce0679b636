package io.fueloptimine.models.mine.dispatch;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
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
 * @param boundLph least litres per hour of any plan that meets the targets as far as this one, with
 *     the idling of trucks that the assignment keeps in service; null when it is not known
 * @param trucks what the plan intends for each truck, in the order of the mine file; null when the
 *     plan does not say
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
        PlanPrices prices,
        Double boundLph,
        List<PlannedTruck> trucks)
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

    /**
     * The distance of the litres from their bound, as a share of the litres; null when the bound is
     * not known.
     */
    public Double gap() {
        if (boundLph == null) {
            return null;
        }
        return plannedLph > boundLph ? (plannedLph - boundLph) / plannedLph : 0;
    }

    @Override
    public String topicKey() {
        return site;
    }
}
