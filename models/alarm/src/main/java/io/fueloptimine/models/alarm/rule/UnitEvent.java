package io.fueloptimine.models.alarm.rule;

import java.time.Instant;

/**
 * One minute of a machine, as far as it concerns a loading unit.
 *
 * @param site the mine
 * @param unitId the loading unit
 * @param truckId the truck of a load; null for other activities
 * @param at end of the minute (UTC)
 * @param activity what the minute says
 * @param loadShare payload / nominal payload of a load; NaN for other activities
 */
public record UnitEvent(
        String site,
        String unitId,
        String truckId,
        Instant at,
        UnitActivity activity,
        double loadShare) {}
