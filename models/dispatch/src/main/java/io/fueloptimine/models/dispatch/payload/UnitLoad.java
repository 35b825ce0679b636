package io.fueloptimine.models.dispatch.payload;

import java.io.Serializable;
import java.time.Instant;

/**
 * One load of a loading unit.
 *
 * @param unitId the loading unit
 * @param operatorId code of the unit's operator; empty when unknown
 * @param at when the load was complete (UTC)
 * @param payloadT payload by the truck's scale, t
 * @param nominalT nominal payload of the truck, t
 * @param emptyMassT mass of the empty truck, t
 * @param litres diesel of the whole haul cycle, L; NaN when unknown
 */
public record UnitLoad(
        String unitId,
        String operatorId,
        Instant at,
        double payloadT,
        double nominalT,
        double emptyMassT,
        double litres)
        implements Serializable {

    /** A copy with the code of the unit's operator. */
    public UnitLoad withOperator(String code) {
        return new UnitLoad(unitId, code, at, payloadT, nominalT, emptyMassT, litres);
    }
}
