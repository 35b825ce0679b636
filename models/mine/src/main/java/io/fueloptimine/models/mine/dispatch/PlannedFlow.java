package io.fueloptimine.models.mine.dispatch;

/**
 * The planned trips of one truck class on one leg.
 *
 * @param fromLocationId where the leg starts
 * @param toLocationId where the leg ends
 * @param equipmentClass the trucks' class
 * @param loaded whether the trucks are loaded
 * @param tripsPerHour trips per hour, a continuous number
 * @param litresPerTrip expected fuel of one trip, L
 * @param tonnesPerHour tonnes moved, t/h; 0 on an empty leg
 */
public record PlannedFlow(
        String fromLocationId,
        String toLocationId,
        String equipmentClass,
        boolean loaded,
        double tripsPerHour,
        double litresPerTrip,
        double tonnesPerHour) {}
