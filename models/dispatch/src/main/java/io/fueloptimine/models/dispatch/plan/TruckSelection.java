package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.mine.dispatch.PlannedTruck;
import io.fueloptimine.models.mine.site.Truck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names the trucks that work in a plan, the preferred haul of each of them, and the trucks that are
 * parked with the reason. In each group the trucks with the lowest ratio of litres work; of these,
 * the ones with the highest ratio serve the hauls with the fewest litres.
 */
final class TruckSelection {

    /** A ratio further from 1 than this is named in the reason. */
    private static final double NOTABLE = 0.02;

    private final FlowProblem problem;
    private final FlowSolution solution;
    private final Map<String, PlannedTruck> chosen = new HashMap<>();

    private record Haul(String faceId, String dumpId, double litres, double truckHours) {}

    TruckSelection(FlowProblem problem, FlowSolution solution) {
        this.problem = problem;
        this.solution = solution;
    }

    /** All trucks of the mine in the order of the mine file. */
    List<PlannedTruck> trucks() {
        for (TruckGroup group : problem.groups()) {
            choose(group, solution.inService().getOrDefault(group, 0));
        }
        return problem.site().trucks().stream()
                .map(truck -> chosen.getOrDefault(truck.id(), unavailable(truck)))
                .toList();
    }

    private void choose(TruckGroup group, int working) {
        List<Haul> hauls = seats(group, working);
        List<Truck> trucks = neededFirst(group);
        for (int i = 0; i < trucks.size(); i++) {
            Truck truck = trucks.get(i);
            if (i >= working) {
                chosen.put(
                        truck.id(),
                        new PlannedTruck(truck.id(), false, null, null, parked(group, truck)));
            } else if (i < hauls.size()) {
                Haul haul = hauls.get(i);
                String reason =
                        "hauls from " + haul.faceId() + " to " + haul.dumpId() + ratioText(truck);
                chosen.put(
                        truck.id(),
                        new PlannedTruck(truck.id(), true, haul.faceId(), haul.dumpId(), reason));
            } else {
                chosen.put(
                        truck.id(), new PlannedTruck(truck.id(), true, null, null, "in reserve"));
            }
        }
    }

    /** The trucks of the group, first those that the assignment keeps in service, if it says so. */
    private List<Truck> neededFirst(TruckGroup group) {
        Set<String> needed = problem.situation().neededTruckIds();
        if (needed == null) {
            return group.trucks();
        }
        List<Truck> trucks = new ArrayList<>(group.trucks());
        trucks.sort(Comparator.comparing((Truck truck) -> !needed.contains(truck.id())));
        return trucks;
    }

    /** One haul per working truck, the hauls with the most litres first. */
    private List<Haul> seats(TruckGroup group, int working) {
        List<Haul> hauls = hauls(group);
        double hours = hauls.stream().mapToDouble(Haul::truckHours).sum();
        List<Haul> seats = new ArrayList<>();
        double due = 0;
        for (Haul haul : hauls) {
            due += haul.truckHours() / hours * working;
            while (seats.size() < Math.round(due)) {
                seats.add(haul);
            }
        }
        return seats;
    }

    private List<Haul> hauls(TruckGroup group) {
        List<Haul> hauls = new ArrayList<>();
        for (FlowSolution.Trips trips : solution.trips()) {
            Leg leg = trips.leg();
            if (leg.group() == group && leg.loaded()) {
                hauls.add(
                        new Haul(
                                leg.from(),
                                leg.to(),
                                leg.litres(),
                                trips.perHour() * (leg.truckHours() + emptyHours(leg))));
            }
        }
        hauls.sort(
                Comparator.comparingDouble(Haul::litres)
                        .reversed()
                        .thenComparing(Haul::faceId)
                        .thenComparing(Haul::dumpId));
        return hauls;
    }

    /** The mean time of the empty trips of the group to the leg's loading unit. */
    private double emptyHours(Leg loaded) {
        double hours = 0;
        double count = 0;
        for (FlowSolution.Trips trips : solution.trips()) {
            Leg leg = trips.leg();
            if (!leg.loaded() && leg.group() == loaded.group() && leg.unit() == loaded.unit()) {
                hours += trips.perHour() * leg.truckHours();
                count += trips.perHour();
            }
        }
        return count > 0 ? hours / count : 0;
    }

    private String parked(TruckGroup group, Truck truck) {
        String name = group.truckClass().name();
        return String.format(
                Locale.ROOT,
                "not needed: the plan needs %d of %d trucks of class %s%s",
                solution.inServiceByClass().getOrDefault(name, 0),
                problem.availableTrucks().getOrDefault(name, 0),
                name,
                ratioText(truck));
    }

    private String ratioText(Truck truck) {
        double ratio = problem.situation().prices().truckRatio(truck.id());
        if (Math.abs(ratio - 1) < NOTABLE) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "; it burns %.0f %% %s than its class",
                Math.abs(ratio - 1) * 100,
                ratio > 1 ? "more" : "less");
    }

    private PlannedTruck unavailable(Truck truck) {
        String reason = "has not reported its state";
        if (!problem.situation().isUp(truck.id())) {
            reason = "is down";
        } else if (problem.situation().prices().needsWorkshop(truck.id())) {
            reason = "to the workshop" + ratioText(truck);
        } else {
            for (TruckStatus status : problem.situation().trucks()) {
                if (status.truckId().equals(truck.id())) {
                    reason = "cannot be planned: it is down or has not reported for long";
                }
            }
        }
        return new PlannedTruck(truck.id(), false, null, null, reason);
    }
}
