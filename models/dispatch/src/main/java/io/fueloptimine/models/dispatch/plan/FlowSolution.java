package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.Material;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Trip rates per leg and trucks in service, found by the solver or taken from the fixed pairs.
 * Immutable.
 *
 * @param foundBy how the solution was found
 * @param trips trips per hour per leg; legs without trips are left out
 * @param inService trucks in service per group
 */
record FlowSolution(SolverState foundBy, List<Trips> trips, Map<TruckGroup, Integer> inService) {

    FlowSolution {
        trips = List.copyOf(trips);
        // The iteration order of Map.copyOf differs between runs.
        inService = Collections.unmodifiableMap(new LinkedHashMap<>(inService));
    }

    /** The trips per hour on a leg. */
    record Trips(Leg leg, double perHour) {

        double tph() {
            return leg.tonnes() * perHour;
        }
    }

    /** A copy with these trucks in service instead of the number that the solver chose. */
    FlowSolution withInService(Set<String> truckIds) {
        Map<TruckGroup, Integer> counts = new LinkedHashMap<>();
        inService
                .keySet()
                .forEach(
                        group ->
                                counts.put(
                                        group,
                                        (int)
                                                group.trucks().stream()
                                                        .filter(
                                                                each ->
                                                                        truckIds.contains(
                                                                                each.id()))
                                                        .count()));
        return new FlowSolution(foundBy, trips, counts);
    }

    /** Tonnes per hour over the selected legs. */
    double tph(Predicate<Leg> which) {
        return trips.stream().filter(t -> which.test(t.leg())).mapToDouble(Trips::tph).sum();
    }

    double tph(Material material) {
        return tph(leg -> leg.unit().material() == material);
    }

    double tph(DumpPoint dump) {
        return tph(leg -> leg.dump().equals(dump));
    }

    double tphFrom(String faceId) {
        return tph(leg -> leg.unit().faceId().equals(faceId));
    }

    /**
     * The match factor of a face: the trucks that its trips need x loading time / (usable loading
     * units x cycle time); 0 without loading units.
     */
    double matchFactor(FlowProblem problem, String faceId) {
        double perFactor = problem.unitsAt(faceId) * problem.utilisation();
        double loadingHours =
                trips.stream()
                        .filter(t -> t.leg().loaded() && t.leg().unit().faceId().equals(faceId))
                        .mapToDouble(t -> t.perHour() * problem.loadingHours(t.leg()))
                        .sum();
        return perFactor == 0 ? 0 : loadingHours / perFactor;
    }

    /** Trucks in service per class. */
    Map<String, Integer> inServiceByClass() {
        Map<String, Integer> byClass = new LinkedHashMap<>();
        inService.forEach(
                (group, count) -> byClass.merge(group.truckClass().name(), count, Integer::sum));
        return byClass;
    }

    /** Litres per hour, including the idling of all trucks in service. */
    double litresPerHour() {
        double idleLph =
                inService.entrySet().stream()
                        .mapToDouble(trucks -> trucks.getValue() * trucks.getKey().idleLph())
                        .sum();
        double overIdleLph =
                trips.stream().mapToDouble(t -> t.leg().litresOverIdle() * t.perHour()).sum();
        return idleLph + overIdleLph;
    }
}
