package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.List;
import java.util.Optional;

/** The costs of trips between locations, for given closures and weather. Thread-safe. */
public interface HaulCosts {

    /**
     * The travel time and fuel of one trip, with the nominal payload of the class or empty.
     *
     * @return empty when trucks of the class cannot drive from {@code from} to {@code to}
     */
    Optional<TripCost> trip(TruckClass truckClass, boolean loaded, String from, String to);

    /**
     * The travel time and fuel of one trip of one truck: those of its class, unless this truck is
     * known to burn more or less.
     *
     * @param truckClass the class of the truck
     */
    default Optional<TripCost> trip(
            Truck truck, TruckClass truckClass, boolean loaded, String from, String to) {
        return trip(truckClass, loaded, from, to);
    }

    /** The road segments of the trip in order; empty when the route is not known. */
    List<String> segmentIds(String from, String to);

    /** The road segments of a trip with the origin of their speeds; empty when not known. */
    default List<PricedPassage> passages(
            TruckClass truckClass, boolean loaded, String from, String to) {
        return List.of();
    }
}
