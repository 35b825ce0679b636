package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Costs from tables: seconds and litres of each directed leg, and the loading time of each class at
 * each loading unit. Closures and weather change nothing. Immutable.
 *
 * @param trips the cost of each leg; a leg that is absent cannot be driven
 * @param loadingS the loading time of each unit and class, s
 */
record MatrixHaulModel(Map<Leg, TripCost> trips, Map<Loading, Double> loadingS)
        implements HaulModel, HaulCosts {

    MatrixHaulModel {
        trips = Map.copyOf(trips);
        loadingS = Map.copyOf(loadingS);
    }

    /** A directed way of one truck class. */
    record Leg(String className, String from, String to, boolean loaded) {}

    /** A loading unit that loads trucks of one class. */
    record Loading(String unitId, String className) {}

    @Override
    public HaulCosts costs(Collection<String> closedSegmentIds, double extraRollingResistancePct) {
        return this;
    }

    @Override
    public double loadingS(LoadingUnit unit, TruckClass truckClass) {
        return loadingS.getOrDefault(new Loading(unit.id(), truckClass.name()), Double.NaN);
    }

    @Override
    public String priceModel() {
        return "matrix";
    }

    @Override
    public Optional<TripCost> trip(TruckClass truckClass, boolean loaded, String from, String to) {
        TripCost cost = trips.get(new Leg(truckClass.name(), from, to, loaded));
        return cost == null && from.equals(to)
                ? Optional.of(new TripCost(0, 0))
                : Optional.ofNullable(cost);
    }

    @Override
    public List<String> segmentIds(String from, String to) {
        return List.of();
    }
}
