package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.SolverState;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Operation without dispatch: every usable truck runs between one loading unit and one dump, and
 * none is parked. This operation is the baseline of every saving and the fallback plan. A truck
 * whose loading unit or dump is down or cannot be reached uses the nearest one of the same
 * material. Immutable.
 */
final class FixedPairs {

    private final FlowProblem problem;
    private final List<Pair> pairs;
    private final Map<Material, Double> capableTph = new EnumMap<>(Material.class);

    FixedPairs(FlowProblem problem) {
        this.problem = problem;
        this.pairs = withinBounds(fullSpeed());
        for (Material material : Material.values()) {
            capableTph.put(
                    material,
                    pairs.stream()
                            .filter(pair -> pair.material() == material)
                            .mapToDouble(Pair::tph)
                            .sum());
        }
    }

    /** The highest rate at which the pairs can move a material, t/h. */
    double capableTph(Material material) {
        return capableTph.get(material);
    }

    /**
     * The solution in which the pairs move the given tonnes per hour, or as much of them as the
     * pairs can.
     */
    FlowSolution moving(double oreTph, double wasteTph) {
        Map<Leg, Double> rates = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            double wantedTph = pair.material() == Material.ORE ? oreTph : wasteTph;
            double trips = pair.tripsPerHour() * Math.min(1, shareOf(pair.material(), wantedTph));
            if (trips > 0) {
                rates.merge(pair.haul(), trips, Double::sum);
                rates.merge(pair.back(), trips, Double::sum);
            }
        }
        return new FlowSolution(SolverState.FIXED_PAIRS, rates, problem.availableTrucks());
    }

    /**
     * Litres per hour that the pairs burn for the tonnes of the solution {@code other}. Tonnes
     * above the pairs' capacity are counted at the pairs' own litres per tonne. A material that the
     * pairs cannot move at all is counted at the litres per tonne of {@code other}, so that no
     * saving is claimed for this material.
     */
    double litresPerHourFor(FlowSolution other) {
        double oreTph = other.tph(Material.ORE);
        double wasteTph = other.tph(Material.WASTE);
        double reachableLph = moving(oreTph, wasteTph).litresPerHour(problem);
        double otherLpt =
                oreTph + wasteTph > 0 ? other.litresPerHour(problem) / (oreTph + wasteTph) : 0;
        return reachableLph
                + beyondReachLph(Material.ORE, oreTph, otherLpt)
                + beyondReachLph(Material.WASTE, wasteTph, otherLpt);
    }

    private double beyondReachLph(Material material, double wantedTph, double otherLpt) {
        double missingTph = wantedTph - capableTph(material);
        if (missingTph <= 0) {
            return 0;
        }
        double ownLph = 0;
        for (Pair pair : pairs) {
            if (pair.material() == material) {
                double overIdle = pair.haul().litresOverIdle() + pair.back().litresOverIdle();
                ownLph += pair.tripsPerHour() * overIdle;
                ownLph += pair.truckClass().idleLph();
            }
        }
        double ownLpt = capableTph(material) > 0 ? ownLph / capableTph(material) : otherLpt;
        return missingTph * ownLpt;
    }

    private double shareOf(Material material, double wantedTph) {
        return capableTph(material) > 0 ? wantedTph / capableTph(material) : 0;
    }

    private List<Pair> fullSpeed() {
        List<Pair> found = new ArrayList<>();
        for (Truck truck : problem.trucks()) {
            pairOf(truck).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Pair> pairOf(Truck truck) {
        TruckClass truckClass = problem.site().truckClass(truck.className());
        Optional<Material> material =
                problem.site().loadingUnit(truck.pairedLoadingUnitId()).map(LoadingUnit::material);
        return problem.legs().stream()
                .filter(leg -> leg.loaded() && leg.truckClass().equals(truckClass))
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
        return problem.leg(haul.truckClass(), haul.unit(), haul.dump(), false)
                .map(back -> new Pair(haul, back, tripsPerHour(haul, back)));
    }

    private double tripsPerHour(Leg haul, Leg back) {
        return problem.settings().utilisation() / (haul.truckHours() + back.truckHours());
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

        Material material() {
            return haul.unit().material();
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
