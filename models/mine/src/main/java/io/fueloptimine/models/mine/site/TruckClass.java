package io.fueloptimine.models.mine.site;

import java.io.Serializable;

/**
 * A class of haul trucks.
 *
 * @param name the name of the class, such as {@code 930E}
 * @param payloadT nominal payload, t
 * @param emptyMassT mass without payload, t
 * @param ratedPowerKw rated engine power, kW
 * @param tankL tank capacity, L
 * @param idleLph fuel rate at idle, L/h
 */
public record TruckClass(
        String name,
        double payloadT,
        double emptyMassT,
        double ratedPowerKw,
        double tankL,
        double idleLph)
        implements Serializable {}
