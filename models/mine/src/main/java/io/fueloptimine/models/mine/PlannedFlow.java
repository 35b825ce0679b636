package io.fueloptimine.models.mine;

/**
 * Trucks of one class on one leg of a plan.
 *
 * @param fromLocationId where the leg starts
 * @param toLocationId where it ends
 * @param equipmentClass the trucks' class
 * @param loaded whether they carry
 * @param tripsPerHour how many trips an hour, continuous
 * @param litresPerTrip litres that the model expects for one trip
 * @param tonnesPerHour tonnes moved per hour; 0 on an empty leg
 */
public record PlannedFlow(
        String fromLocationId,
        String toLocationId,
        String equipmentClass,
        boolean loaded,
        double tripsPerHour,
        double litresPerTrip,
        double tonnesPerHour) {}
