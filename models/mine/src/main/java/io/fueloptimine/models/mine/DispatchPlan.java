package io.fueloptimine.models.mine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A plan of the fleet.
 *
 * @param planId deterministic: site and time
 * @param site the mine
 * @param madeAt event time of the trigger (UTC)
 * @param validUntil when it expires (UTC)
 * @param trigger what caused it
 * @param solverState how it was found
 * @param targetTph tonnes per hour wanted
 * @param plannedTph tonnes per hour planned
 * @param plannedLph litres per hour planned, idling included
 * @param baselineLph litres per hour of the same tonnes by fixed truck-shovel pairs
 * @param matchFactor trucks x loading time / (loaders x cycle time)
 * @param trucksInService per class, how many should work
 * @param trucksParked by class, how many should be parked with the engine off
 * @param flows the legs
 * @param unmet targets that it does not meet, as text with tonnes per hour; empty when all are met
 * @param solveMillis how long the solver took, ms
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
        long solveMillis)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(DispatchPlan.class);

    public DispatchPlan {
        CHECK.required("planId", planId)
                .required("site", site)
                .required("madeAt", madeAt)
                .required("validUntil", validUntil)
                .required("trigger", trigger)
                .required("solverState", solverState);
    }

    @Override
    public String topicKey() {
        return site;
    }
}
