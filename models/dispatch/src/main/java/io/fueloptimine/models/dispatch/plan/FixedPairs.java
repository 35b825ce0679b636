package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Operation without dispatch: every usable truck runs between one loading unit and one dump, and
 * none is parked. This operation is the baseline of every saving and the fallback plan. A truck
 * whose loading unit or dump is down or cannot be reached uses the nearest one of the same
 * material. Immutable.
 */
final class FixedPairs {

    private final FlowProblem problem;
    private final List<Pair> pairs;

    FixedPairs(FlowProblem problem) {
        this.problem = problem;
        this.pairs = withinBounds(fullSpeed());
    }

    /** The highest rate at which the pairs can move the material of a face, t/h. */
    double capableTph(String faceId) {
        return at(faceId).mapToDouble(Pair::tph).sum();
    }

    private Stream<Pair> at(String faceId) {
        return pairs.stream().filter(pair -> pair.faceId().equals(faceId));
    }

    /** The solution in which the pairs move what is wanted, or as much of it as they can. */
    FlowSolution movingTargets() {
        return moving(face -> problem.targets().face(face).map(Targets.Goal::wantTph).orElse(0.0));
    }

    /**
     * The solution in which the pairs move the given tonnes per hour, or as much of them as the
     * pairs can.
     *
     * @param wantedTph tonnes per hour by face
     */
    FlowSolution moving(ToDoubleFunction<String> wantedTph) {
        Map<String, FlowSolution.Trips> trips = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            double capable = capableTph(pair.faceId());
            double wanted = wantedTph.applyAsDouble(pair.faceId());
            double share = capable > 0 ? Math.min(1, wanted / capable) : 0;
            if (share > 0) {
                add(trips, pair.haul(), pair.tripsPerHour() * share);
                add(trips, pair.back(), pair.tripsPerHour() * share);
            }
        }
        Map<TruckGroup, Integer> all = new LinkedHashMap<>();
        problem.groups().forEach(group -> all.put(group, group.trucks().size()));
        return new FlowSolution(SolverState.FIXED_PAIRS, List.copyOf(trips.values()), all);
    }

    private static void add(Map<String, FlowSolution.Trips> trips, Leg leg, double perHour) {
        trips.merge(
                leg.name(),
                new FlowSolution.Trips(leg, perHour),
                (a, b) -> new FlowSolution.Trips(leg, a.perHour() + b.perHour()));
    }

    /**
     * Litres per hour that the pairs burn for the tonnes of each face in the solution {@code
     * other}. Tonnes above the pairs' capacity are counted at the pairs' own litres per tonne at
     * that face. A face that no pair serves is counted at the litres per tonne of {@code other}
     * over idle, so that no saving is claimed there: the pairs' trucks idle anyway.
     */
    double litresPerHourFor(FlowSolution other) {
        Set<String> faces = new TreeSet<>();
        other.trips().forEach(trips -> faces.add(trips.leg().unit().faceId()));
        double lph = moving(other::tphFrom).litresPerHour();
        for (String face : faces) {
            double missingTph = other.tphFrom(face) - capableTph(face);
            if (missingTph > 0) {
                lph += missingTph * litresPerTonne(face, other);
            }
        }
        return lph;
    }

    private double litresPerTonne(String faceId, FlowSolution other) {
        double tph = capableTph(faceId);
        if (tph > 0) {
            return at(faceId)
                            .mapToDouble(
                                    p -> p.tripsPerHour() * (burnt(p.haul()) + burnt(p.back())))
                            .sum()
                    / tph;
        }
        double lph =
                other.trips().stream()
                        .filter(trips -> trips.leg().unit().faceId().equals(faceId))
                        .mapToDouble(trips -> trips.perHour() * trips.leg().litresOverIdle())
                        .sum();
        return lph / other.tphFrom(faceId);
    }

    /** Litres of a trip with idling in all its parts. */
    private static double burnt(Leg leg) {
        return leg.litresOverIdle() + leg.group().idleLph() * leg.truckHours();
    }

    private List<Pair> fullSpeed() {
        List<Pair> found = new ArrayList<>();
        for (TruckGroup group : problem.groups()) {
            for (Truck truck : group.trucks()) {
                pairOf(group, truck).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Pair> pairOf(TruckGroup group, Truck truck) {
        Optional<Material> material =
                problem.site().loadingUnit(truck.pairedLoadingUnitId()).map(LoadingUnit::material);
        return problem.legs().stream()
                .filter(leg -> leg.loaded() && leg.group() == group)
                .filter(leg -> material.isEmpty() || leg.unit().material() == material.get())
                .min(
                        Comparator.<Leg>comparingInt(leg -> strangeness(leg, truck))
                                .thenComparingDouble(Leg::truckHours))
                .flatMap(this::goingToAndFro);
    }

    private static int strangeness(Leg leg, Truck truck) {
        int otherUnit = leg.unit().id().equals(truck.pairedLoadingUnitId()) ? 0 : 2;
        int otherDump = leg.dump().locationId().equals(truck.pairedDumpId()) ? 0 : 1;
        return otherUnit + otherDump;
    }

    private Optional<Pair> goingToAndFro(Leg haul) {
        return problem.leg(haul.group(), haul.unit(), haul.dump(), false)
                .map(back -> new Pair(haul, back, tripsPerHour(haul, back)));
    }

    private double tripsPerHour(Leg haul, Leg back) {
        return problem.utilisation() / (haul.truckHours() + back.truckHours());
    }

    private List<Pair> withinBounds(List<Pair> pairs) {
        List<Pair> slowed = pairs;
        for (LoadingUnit unit : problem.units()) {
            slowed =
                    slowed(
                            slowed,
                            slowed.stream()
                                    .filter(pair -> pair.haul().unit().equals(unit))
                                    .toList(),
                            unit.maxTph(),
                            pair -> problem.busyShare(unit, pair.truckClass()));
        }
        for (DumpPoint dump : problem.dumps()) {
            slowed =
                    slowed(
                            slowed,
                            slowed.stream()
                                    .filter(pair -> pair.haul().dump().equals(dump))
                                    .toList(),
                            dump.maxTph(),
                            pair -> 1 / problem.maxDumpsPerHour(dump));
        }
        return slowed;
    }

    /**
     * Reduces the trip rates of the pairs that share a loading unit or dump to the rates that the
     * loading unit or dump can serve.
     *
     * @param busyShare share of the time of the loading unit or dump that one trip per hour of a
     *     pair takes
     */
    private static List<Pair> slowed(
            List<Pair> all, List<Pair> sharing, double maxTph, ToDoubleFunction<Pair> busyShare) {
        double tph = sharing.stream().mapToDouble(Pair::tph).sum();
        double busy =
                sharing.stream()
                        .mapToDouble(pair -> pair.tripsPerHour() * busyShare.applyAsDouble(pair))
                        .sum();
        double factor = Math.min(1, Math.min(tph > 0 ? maxTph / tph : 1, busy > 0 ? 1 / busy : 1));
        if (factor == 1) {
            return all;
        }
        return all.stream()
                .map(pair -> sharing.contains(pair) ? pair.slowedBy(factor) : pair)
                .toList();
    }

    private record Pair(Leg haul, Leg back, double tripsPerHour) {

        String faceId() {
            return haul.unit().faceId();
        }

        TruckClass truckClass() {
            return haul.truckClass();
        }

        double tph() {
            return haul.tonnes() * tripsPerHour;
        }

        Pair slowedBy(double factor) {
            return new Pair(haul, back, tripsPerHour * factor);
        }
    }
}
