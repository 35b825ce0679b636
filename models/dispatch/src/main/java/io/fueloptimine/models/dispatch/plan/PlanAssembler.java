package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link io.fueloptimine.models.mine.dispatch.DispatchPlan} from a {@link FlowSolution}.
 */
final class PlanAssembler {

    private final FlowProblem problem;
    private final FlowSolution solution;

    PlanAssembler(FlowProblem problem, FlowSolution solution) {
        this.problem = problem;
        this.solution = solution;
    }

    /**
     * The flows of the plan. The flows of all loading units at one face are added up. The order is
     * that of the mine file.
     */
    List<PlannedFlow> flows() {
        Map<String, PlannedFlow> flows = new LinkedHashMap<>();
        for (FlowSolution.Trips trips : solution.trips()) {
            PlannedFlow flow = flowOf(trips.leg(), trips.perHour());
            flows.merge(LegKey.of(flow), flow, PlanAssembler::together);
        }
        return List.copyOf(flows.values());
    }

    private static PlannedFlow flowOf(Leg leg, double trips) {
        return new PlannedFlow(
                leg.from(),
                leg.to(),
                leg.truckClass().name(),
                leg.loaded(),
                trips,
                leg.litres(),
                trips * leg.tonnes());
    }

    private static PlannedFlow together(PlannedFlow one, PlannedFlow other) {
        double trips = one.tripsPerHour() + other.tripsPerHour();
        double litres =
                one.tripsPerHour() * one.litresPerTrip()
                        + other.tripsPerHour() * other.litresPerTrip();
        return new PlannedFlow(
                one.fromLocationId(),
                one.toLocationId(),
                one.equipmentClass(),
                one.loaded(),
                trips,
                litres / trips,
                one.tonnesPerHour() + other.tonnesPerHour());
    }

    /** Usable trucks that the plan does not need, per class. */
    Map<String, Integer> trucksParked() {
        Map<String, Integer> working = solution.inServiceByClass();
        Map<String, Integer> parked = new LinkedHashMap<>();
        problem.availableTrucks()
                .forEach((name, count) -> parked.put(name, count - working.getOrDefault(name, 0)));
        return parked;
    }

    /**
     * Match factor: trucks x mean loading time / (loading units in use x mean cycle time); 0
     * without trips.
     */
    double matchFactor() {
        double loads = 0;
        double loadingHours = 0;
        double truckHours = 0;
        for (FlowSolution.Trips trips : solution.trips()) {
            Leg leg = trips.leg();
            truckHours += trips.perHour() * leg.truckHours();
            if (leg.loaded()) {
                loads += trips.perHour();
                loadingHours +=
                        trips.perHour() * problem.loadingS(leg.unit(), leg.truckClass()) / 3_600;
            }
        }
        long unitsAtWork =
                solution.trips().stream().map(trips -> trips.leg().unit()).distinct().count();
        int trucks = solution.inService().values().stream().mapToInt(Integer::intValue).sum();
        if (loads == 0) {
            return 0;
        }
        return trucks * (loadingHours / loads) / (unitsAtWork * (truckHours / loads));
    }
}
