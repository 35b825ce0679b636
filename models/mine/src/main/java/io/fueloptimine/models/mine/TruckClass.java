package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A class of haul trucks.
 *
 * @param name such as {@code 930E}
 * @param payloadT nominal payload, t
 * @param emptyMassT mass without load, t
 * @param ratedPowerKw engine power, kW
 * @param tankL tank, L
 * @param idleLph burn at idle, L/h
 */
public record TruckClass(
        String name,
        double payloadT,
        double emptyMassT,
        double ratedPowerKw,
        double tankL,
        double idleLph)
        implements Serializable {}
