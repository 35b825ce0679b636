package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses the trucks that are needed for the tonnes left: those with the fewest litres per tonne,
 * until their tonnes per hour suffice. Thread-safe.
 */
final class TrucksInService {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final MineSite mine;
    private final AssignerSettings settings;
    private final HaulModel model;
    private final OpenWork work;
    private final double meanPayloadT;
    private final Map<String, Optional<Cycle>> byClass = new ConcurrentHashMap<>();

    /**
     * The mean haul cycle of a class over the tonnes of the dig plan.
     *
     * @param seconds travel, loading and dumping, s
     * @param drivingL litres of both trips, L
     * @param standingL litres of the rest of the cycle, L
     */
    private record Cycle(double seconds, double drivingL, double standingL) {}

    private record Ranked(Truck truck, double litresPerTonne) {}

    TrucksInService(MineSite mine, AssignerSettings settings, HaulModel model, OpenWork work) {
        this.mine = mine;
        this.settings = settings;
        this.model = model;
        this.work = work;
        meanPayloadT =
                mine.truckClasses().stream().mapToDouble(TruckClass::payloadT).average().orElse(1);
    }

    /** The cycle of a class on open, dry roads; empty when it can serve no loading unit. */
    private Optional<Cycle> cycle(String className) {
        return byClass.computeIfAbsent(className, name -> cycle(mine.truckClass(name)));
    }

    private Optional<Cycle> cycle(TruckClass truckClass) {
        HaulCosts hauls = model.costs(List.of(), 0);
        double weight = 0;
        double seconds = 0;
        double litres = 0;
        for (LoadingUnit unit : mine.loadingUnits()) {
            Optional<TripCost> trips = shortestTrips(truckClass, unit, hauls);
            if (trips.isPresent()) {
                double tonnes =
                        mine.digPlan()
                                .face(unit.faceId())
                                .map(FaceTarget::shiftTonnes)
                                .orElse(unit.maxTph());
                weight += tonnes;
                litres += tonnes * trips.get().litres();
                seconds +=
                        tonnes
                                * (trips.get().seconds()
                                        + model.loadingS(unit, truckClass)
                                        + settings.spotS()
                                        + settings.dumpS());
            }
        }
        if (weight == 0) {
            return Optional.empty();
        }
        double cycleS = seconds / weight;
        double standingS = cycleS / settings.workingShare() - cycleS;
        return Optional.of(
                new Cycle(
                        cycleS,
                        litres / weight,
                        standingS / SECONDS_PER_HOUR * truckClass.idleLph()));
    }

    /** Both trips between a loading unit and the dump with the fewest litres. */
    private Optional<TripCost> shortestTrips(
            TruckClass truckClass, LoadingUnit unit, HaulCosts hauls) {
        List<TripCost> trips = new ArrayList<>();
        for (DumpPoint dump : mine.dumps()) {
            Optional<TripCost> loaded =
                    dump.accepts(unit.material())
                            ? hauls.trip(truckClass, true, unit.faceId(), dump.locationId())
                            : Optional.empty();
            Optional<TripCost> empty =
                    hauls.trip(truckClass, false, dump.locationId(), unit.faceId());
            if (loaded.isPresent() && empty.isPresent()) {
                trips.add(
                        new TripCost(
                                loaded.get().seconds() + empty.get().seconds(),
                                loaded.get().litres() + empty.get().litres()));
            }
        }
        return trips.stream().min(Comparator.comparingDouble(TripCost::litres));
    }

    /** Tonnes per hour of a truck that never waits or stops, t/h. */
    double possibleTph(Truck truck) {
        double payloadT = mine.truckClass(truck.className()).payloadT();
        return cycle(truck.className())
                .map(cycle -> payloadT * SECONDS_PER_HOUR / cycle.seconds())
                .orElse(0.0);
    }

    /** Tonnes per hour of all working trucks of a fleet if they never waited or stopped, t/h. */
    double possibleTph(FleetState fleet) {
        double tph = 0;
        for (Truck truck : mine.trucks()) {
            TruckState state = fleet.trucks().get(truck.id());
            if (state != null && state.status() == WorkStatus.WORKING) {
                tph += possibleTph(truck);
            }
        }
        return tph;
    }

    /**
     * The trucks that are needed for what is left.
     *
     * @return empty when no truck is surplus: without a plan or a dig plan, or when trucks are not
     *     parked
     */
    Optional<Set<String>> needed(AssignmentState state, Instant at) {
        return needed(state, at, 1);
    }

    /**
     * The trucks that are kept in service: those that are needed, and those at work that do not
     * park yet.
     */
    Optional<Set<String>> kept(AssignmentState state, Instant at) {
        Optional<Set<String>> needed = needed(state, at);
        if (needed.isEmpty()) {
            return needed;
        }
        Set<String> kept = new HashSet<>(neededWithSpare(state, at).orElseThrow());
        kept.removeIf(id -> state.fleet().truck(id).status() != WorkStatus.WORKING);
        kept.addAll(needed.get());
        return Optional.of(kept);
    }

    /** The same for somewhat more than what is left, so that trucks do not park too soon. */
    Optional<Set<String>> neededWithSpare(AssignmentState state, Instant at) {
        return needed(state, at, 1 + settings.spareCapacityPct() / 100);
    }

    /**
     * Whether a truck is not needed. A truck that has not reported is never surplus.
     *
     * @param needed the trucks that are needed; empty when no truck is surplus
     */
    static boolean isSurplus(AssignmentState state, Truck truck, Optional<Set<String>> needed) {
        return needed.isPresent()
                && state.fleet().trucks().containsKey(truck.id())
                && !needed.get().contains(truck.id());
    }

    private Optional<Set<String>> needed(AssignmentState state, Instant at, double factor) {
        WorkTargets targets = WorkTargets.of(mine, state, work, settings, at);
        DispatchPlan plan = state.planAt(at);
        if (plan == null || !settings.parksSurplus() || !targets.listsFaces()) {
            return Optional.empty();
        }
        double neededTph = factor * leftT(state.fleet(), targets) / targets.usedHours();
        return Optional.of(needed(state, neededTph, plan.prices().truckRatios()));
    }

    /** The tonnes left at the faces of the loading units in service, t. */
    private double leftT(FleetState fleet, WorkTargets targets) {
        return mine.loadingUnits().stream()
                .filter(unit -> fleet.isUp(unit.id()))
                .map(LoadingUnit::faceId)
                .distinct()
                .mapToDouble(faceId -> targets.faceLeftT(faceId, meanPayloadT))
                .sum();
    }

    /** The trucks with the fewest litres per tonne that together move the tonnes per hour. */
    private Set<String> needed(
            AssignmentState state, double neededTph, Map<String, Double> ratios) {
        double share = state.effort().share(settings);
        List<Ranked> ranked = new ArrayList<>();
        for (Truck truck : mine.trucks()) {
            TruckState known = state.fleet().trucks().get(truck.id());
            if (known != null
                    && known.status() != WorkStatus.DOWN
                    && cycle(truck.className()).isPresent()) {
                ranked.add(new Ranked(truck, litresPerTonne(truck, known, ratios)));
            }
        }
        ranked.sort(
                Comparator.comparingDouble(Ranked::litresPerTonne)
                        .thenComparing(each -> each.truck().id()));
        Set<String> needed = new HashSet<>();
        double tph = 0;
        for (Ranked each : ranked) {
            if (tph >= neededTph) {
                break;
            }
            needed.add(each.truck().id());
            tph += possibleTph(each.truck()) * share;
        }
        return needed;
    }

    /** A parked truck replaces a working one only if the difference is worth the change. */
    private double litresPerTonne(Truck truck, TruckState state, Map<String, Double> ratios) {
        Cycle cycle = cycle(truck.className()).orElseThrow();
        double litres = cycle.drivingL() * ratios.getOrDefault(truck.id(), 1.0) + cycle.standingL();
        double change =
                state.status() == WorkStatus.WORKING ? 1 : 1 + settings.changeWorthPct() / 100;
        return change * litres / mine.truckClass(truck.className()).payloadT();
    }
}
