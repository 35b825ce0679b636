package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;
import java.util.Optional;

/**
 * The match factor of a mine: trucks x loading time / (loading units x cycle time of a truck). At 1
 * the fleet is as large as the loading units can serve. Above 1 trucks wait for loading units,
 * below 1 loading units wait for trucks.
 *
 * <p>Trucks and loading units differ, so that the quotient of loading time and cycle time is summed
 * over the trucks, each with its fixed pair. All trucks of the mine file count. The cycle is the
 * travel in both directions, spotting, loading and dumping, without waiting. For equal trucks and
 * units, the sum is the formula above.
 */
public final class MatchFactor {

    private MatchFactor() {}

    /**
     * The match factor; 0 for a mine without loading units. A truck that cannot drive between the
     * loading unit and the dump of its pair does not count.
     */
    public static double of(MineSite site, HaulModel hauls, PlannerSettings settings) {
        if (site.loadingUnits().isEmpty()) {
            return 0;
        }
        double busyUnits =
                site.trucks().stream()
                        .mapToDouble(truck -> loadingShare(site, hauls, settings, truck))
                        .sum();
        return busyUnits / site.loadingUnits().size();
    }

    /** The share of a truck's cycle in which the truck is loaded. */
    private static double loadingShare(
            MineSite site, HaulModel hauls, PlannerSettings settings, Truck truck) {
        Optional<LoadingUnit> unit = site.loadingUnit(truck.pairedLoadingUnitId());
        if (unit.isEmpty()) {
            return 0;
        }
        TruckClass truckClass = site.truckClass(truck.className());
        String face = unit.get().faceId();
        HaulCosts costs = hauls.costs(List.of(), 0);
        Optional<TripCost> empty = costs.trip(truckClass, false, truck.pairedDumpId(), face);
        Optional<TripCost> loaded = costs.trip(truckClass, true, face, truck.pairedDumpId());
        if (empty.isEmpty() || loaded.isEmpty()) {
            return 0;
        }
        double loadingS = hauls.loadingS(unit.get(), truckClass);
        double travelS = empty.get().seconds() + loaded.get().seconds();
        return loadingS
                / (travelS * settings.travelTimeFactor()
                        + settings.spotS()
                        + loadingS
                        + settings.dumpS());
    }
}
