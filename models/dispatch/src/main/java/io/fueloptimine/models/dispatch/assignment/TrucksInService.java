package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.FaceTarget;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
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
    private final Map<String, Optional<Cycle>> byClass = new ConcurrentHashMap<>();

    /**
     * The mean haul cycle of a class over the tonnes of the dig plan.
     *
     * @param seconds travel, loading and dumping, s
     * @param drivingL litres of both trips, L
     * @param standingL litres of the rest of the cycle, L
     */
    private record Cycle(double seconds, double drivingL, double standingL) {}

    TrucksInService(MineSite mine, AssignerSettings settings, HaulModel model) {
        this.mine = mine;
        this.settings = settings;
        this.model = model;
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
     * The trucks that are needed.
     *
     * @param neededTph tonnes per hour that are to be moved, t/h
     * @param share tonnes that trucks move, by the tonnes of trucks that never wait or stop
     * @param ratios burnt by expected litres by truck; 1 for a truck that is missing
     */
    Set<String> needed(
            FleetState fleet, double neededTph, double share, Map<String, Double> ratios) {
        List<Truck> ranked = new ArrayList<>();
        for (Truck truck : mine.trucks()) {
            TruckState state = fleet.trucks().get(truck.id());
            if (state != null
                    && state.status() != WorkStatus.DOWN
                    && cycle(truck.className()).isPresent()) {
                ranked.add(truck);
            }
        }
        ranked.sort(
                Comparator.comparingDouble(
                                (Truck truck) ->
                                        litresPerTonne(truck, fleet.truck(truck.id()), ratios))
                        .thenComparing(Truck::id));
        Set<String> needed = new HashSet<>();
        double tph = 0;
        for (Truck truck : ranked) {
            if (tph >= neededTph) {
                break;
            }
            needed.add(truck.id());
            tph += possibleTph(truck) * share;
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
