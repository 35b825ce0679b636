package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.SolverState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Trip rates per leg and trucks in service, found by the solver or taken from the fixed pairs.
 * Immutable.
 *
 * @param foundBy how the solution was found
 * @param tripsPerHour trips per hour per leg; legs without trips may be absent
 * @param inService trucks in service per class
 */
record FlowSolution(
        SolverState foundBy, Map<Leg, Double> tripsPerHour, Map<String, Integer> inService) {

    FlowSolution {
        // The iteration order of Map.copyOf differs between runs.
        tripsPerHour = Collections.unmodifiableMap(new LinkedHashMap<>(tripsPerHour));
        inService = Collections.unmodifiableMap(new LinkedHashMap<>(inService));
    }

    /** Tonnes per hour over the selected legs. */
    double tph(Predicate<Leg> which) {
        return tripsPerHour.entrySet().stream()
                .filter(rate -> which.test(rate.getKey()))
                .mapToDouble(rate -> rate.getKey().tonnes() * rate.getValue())
                .sum();
    }

    double tph(Material material) {
        return tph(leg -> leg.unit().material() == material);
    }

    double tph(DumpPoint dump) {
        return tph(leg -> leg.dump().equals(dump));
    }

    /** Litres per hour, including the idling of all trucks in service. */
    double litresPerHour(FlowProblem problem) {
        double idleLph =
                inService.entrySet().stream()
                        .mapToDouble(
                                trucks ->
                                        trucks.getValue()
                                                * problem.site()
                                                        .truckClass(trucks.getKey())
                                                        .idleLph())
                        .sum();
        double overIdleLph =
                tripsPerHour.entrySet().stream()
                        .mapToDouble(rate -> rate.getKey().litresOverIdle() * rate.getValue())
                        .sum();
        return idleLph + overIdleLph;
    }

    /**
     * Litres per hour plus the penalties for unmet targets: the objective that a plan minimises.
     */
    double cost(FlowProblem problem) {
        return litresPerHour(problem) + problem.penalty(this::tph, this::tph);
    }
}
