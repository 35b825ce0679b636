package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The shortest hauls from each loading unit, which are the same for all decisions with the same
 * costs of trips. Thread-safe.
 */
final class NearestDumps {

    /** Time of both trips when no dump can be reached, s. */
    private static final double UNREACHABLE_S = 2e6;

    private final MineSite mine;
    private final HaulCosts hauls;
    private final Map<Key, Double> litres = new ConcurrentHashMap<>();
    private final Map<String, Double> bothTripsS = new ConcurrentHashMap<>();

    private record Key(String className, String unitId) {}

    NearestDumps(MineSite mine, HaulCosts hauls) {
        this.mine = mine;
        this.hauls = hauls;
    }

    /** The costs of trips from which the hauls were computed. */
    HaulCosts hauls() {
        return hauls;
    }

    /** Litres of the loaded trip with the fewest litres, L; 0 when no dump can be reached. */
    double loadedL(TruckClass truckClass, LoadingUnit unit) {
        return litres.computeIfAbsent(
                new Key(truckClass.name(), unit.id()),
                unused ->
                        overDumps(unit, dump -> tripL(truckClass, unit, dump))
                                .filter(each -> !Double.isNaN(each))
                                .min()
                                .orElse(0));
    }

    /** Time of the shortest loaded and empty trip of the first truck class, s; 0 without a dump. */
    double bothTripsS(LoadingUnit unit) {
        return bothTripsS.computeIfAbsent(
                unit.id(),
                unused -> overDumps(unit, dump -> bothTripsS(unit, dump)).min().orElse(0));
    }

    private DoubleStream overDumps(LoadingUnit unit, ToDoubleFunction<DumpPoint> cost) {
        return mine.dumps().stream()
                .filter(dump -> dump.accepts(unit.material()))
                .mapToDouble(cost);
    }

    private double tripL(TruckClass truckClass, LoadingUnit unit, DumpPoint dump) {
        return hauls.trip(truckClass, true, unit.faceId(), dump.locationId())
                .map(TripCost::litres)
                .orElse(Double.NaN);
    }

    private double bothTripsS(LoadingUnit unit, DumpPoint dump) {
        return tripS(true, unit.faceId(), dump.locationId())
                + tripS(false, dump.locationId(), unit.faceId());
    }

    private double tripS(boolean loaded, String from, String to) {
        return hauls.trip(mine.truckClasses().get(0), loaded, from, to)
                .map(TripCost::seconds)
                .orElse(UNREACHABLE_S / 2);
    }
}
