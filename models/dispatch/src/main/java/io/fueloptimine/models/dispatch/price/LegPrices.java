package io.fueloptimine.models.dispatch.price;

import io.fueloptimine.models.mine.site.Route;
import io.fueloptimine.models.mine.site.TruckClass;

/** The fuel of a truck class on one road segment at a given speed. Thread-safe. */
interface LegPrices {

    /**
     * The fuel of one leg, L.
     *
     * @param payloadT payload, t; 0 for an empty truck
     * @param extraRollingResistancePct rolling resistance that wet or damaged roads add, % of
     *     weight
     * @param kph mean speed, km/h, more than 0
     */
    double litres(
            TruckClass truckClass,
            double payloadT,
            Route.Leg leg,
            double extraRollingResistancePct,
            double kph);
}
