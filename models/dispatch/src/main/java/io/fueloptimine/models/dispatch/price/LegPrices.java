package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.TruckClass;

/** The travel time and fuel of a truck class on one road segment. Thread-safe. */
interface LegPrices {

    /**
     * The travel time and fuel of one leg.
     *
     * @param payloadT payload, t; 0 for an empty truck
     * @param extraRollingResistancePct rolling resistance that wet or damaged roads add, % of
     *     weight
     */
    TripCost of(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct);
}
