package io.fueloptimine.jobs.simulator.state;

/**
 * How often something has happened to a truck; these numbers select its random numbers.
 *
 * @param cycle completed haul cycles
 * @param breakdown repaired breakdowns
 * @param refuelling refuellings at a fuel bay
 * @param order orders whose refusal was drawn
 * @param standbyDrawn whether the standby time of this cycle has been drawn
 * @param delayTaken whether the truck has been delayed in this cycle
 */
public record TruckNumbers(
        long cycle,
        long breakdown,
        long refuelling,
        long order,
        boolean standbyDrawn,
        boolean delayTaken) {}
