package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mean haul cycle of each truck class. The cycles at the latest speeds are cached. Thread-safe.
 */
final class ClassCycles {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final MineSite mine;
    private final AssignerSettings settings;
    private final HaulModel model;
    private volatile Known latest = new Known(List.of(), new ConcurrentHashMap<>());

    /**
     * The mean haul cycle of a class over the tonnes of the dig plan.
     *
     * @param seconds travel, loading and dumping, s
     * @param drivingL litres of both trips, L
     * @param standingL litres of the rest of the cycle, L
     */
    record Cycle(double seconds, double drivingL, double standingL) {}

    private record Known(List<SegmentSpeed> speeds, Map<String, Optional<Cycle>> byClass) {}

    ClassCycles(MineSite mine, AssignerSettings settings, HaulModel model) {
        this.mine = mine;
        this.settings = settings;
        this.model = model;
    }

    /**
     * The cycle of a class on open, dry roads; empty when it can serve no loading unit.
     *
     * @param speeds the speeds that trucks drove lately
     */
    Optional<Cycle> of(String className, List<SegmentSpeed> speeds) {
        Known known = latest;
        if (!known.speeds().equals(speeds)) {
            known = new Known(speeds, new ConcurrentHashMap<>());
            latest = known;
        }
        return known.byClass()
                .computeIfAbsent(className, name -> cycle(mine.truckClass(name), speeds));
    }

    private Optional<Cycle> cycle(TruckClass truckClass, List<SegmentSpeed> speeds) {
        HaulCosts hauls = model.costsAt(List.of(), 0, speeds);
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
}
