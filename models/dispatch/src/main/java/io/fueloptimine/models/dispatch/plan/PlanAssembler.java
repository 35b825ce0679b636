package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.PlannedFlow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds a {@link io.fueloptimine.models.mine.DispatchPlan} from a {@link FlowSolution}. */
final class PlanAssembler {

    /** A shortfall below this value is only rounding of the solver, t/h. */
    private static final double ROUNDING_TPH = 0.5;

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
        for (Leg leg : problem.legs()) {
            double trips = solution.tripsPerHour().getOrDefault(leg, 0.0);
            if (trips > 0) {
                PlannedFlow flow = flowOf(leg, trips);
                String key = LegKey.of(flow);
                flows.merge(key, flow, PlanAssembler::together);
            }
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
        return new PlannedFlow(
                one.fromLocationId(),
                one.toLocationId(),
                one.equipmentClass(),
                one.loaded(),
                one.tripsPerHour() + other.tripsPerHour(),
                one.litresPerTrip(),
                one.tonnesPerHour() + other.tonnesPerHour());
    }

    /** Usable trucks that the plan does not need, per class. */
    Map<String, Integer> trucksParked() {
        Map<String, Integer> parked = new LinkedHashMap<>();
        problem.availableTrucks()
                .forEach(
                        (name, count) ->
                                parked.put(
                                        name, count - solution.inService().getOrDefault(name, 0)));
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
        for (Map.Entry<Leg, Double> rate : solution.tripsPerHour().entrySet()) {
            Leg leg = rate.getKey();
            truckHours += rate.getValue() * leg.truckHours();
            if (leg.loaded()) {
                loads += rate.getValue();
                loadingHours +=
                        rate.getValue() * problem.loadingS(leg.unit(), leg.truckClass()) / 3_600;
            }
        }
        long unitsAtWork =
                solution.tripsPerHour().keySet().stream().map(Leg::unit).distinct().count();
        int trucks = solution.inService().values().stream().mapToInt(Integer::intValue).sum();
        if (loads == 0) {
            return 0;
        }
        return trucks * (loadingHours / loads) / (unitsAtWork * (truckHours / loads));
    }

    /** The targets that the plan does not meet, with planned and target tonnes. */
    List<String> unmet() {
        List<String> unmet = new ArrayList<>();
        compare(
                unmet,
                "ore",
                problem.site().digPlan().tph(Material.ORE),
                solution.tph(Material.ORE));
        compare(
                unmet,
                "waste",
                problem.site().digPlan().tph(Material.WASTE),
                solution.tph(Material.WASTE));
        for (DumpPoint dump : problem.dumps()) {
            compare(unmet, "minimum at " + dump.locationId(), dump.minTph(), solution.tph(dump));
        }
        return unmet;
    }

    private static void compare(List<String> unmet, String what, double wanted, double planned) {
        if (planned < wanted - ROUNDING_TPH) {
            unmet.add(
                    String.format(
                            Locale.ROOT,
                            "%s: %.0f of %.0f t/h, short by %.0f t/h",
                            what,
                            planned,
                            wanted,
                            wanted - planned));
        }
    }
}
