package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;
import java.util.Optional;

/**
 * Costs of trips whose litres are multiplied by the ratio of the truck. Immutable.
 *
 * @param ofClasses the costs of trips by class
 * @param corrections the ratios of trucks
 */
record CorrectedCosts(HaulCosts ofClasses, PriceCorrections corrections) implements HaulCosts {

    @Override
    public Optional<TripCost> trip(TruckClass truckClass, boolean loaded, String from, String to) {
        return ofClasses.trip(truckClass, loaded, from, to);
    }

    @Override
    public Optional<TripCost> trip(
            Truck truck, TruckClass truckClass, boolean loaded, String from, String to) {
        double ratio = corrections.truckRatio(truck.id());
        return trip(truckClass, loaded, from, to).map(trip -> trip.timesLitres(ratio));
    }

    @Override
    public List<String> segmentIds(String from, String to) {
        return ofClasses.segmentIds(from, to);
    }

    @Override
    public List<PricedPassage> passages(
            TruckClass truckClass, boolean loaded, String from, String to) {
        return ofClasses.passages(truckClass, loaded, from, to);
    }
}
