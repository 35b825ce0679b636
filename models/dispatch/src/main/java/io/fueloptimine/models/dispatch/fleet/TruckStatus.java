package io.fueloptimine.models.dispatch.fleet;

/**
 * What the planner needs to know of one truck.
 *
 * @param truckId the truck
 * @param locationId the last location that the truck reached; null when unknown
 * @param fuelLevelPct tank level, %; null when unknown
 * @param available whether the truck can be planned, that is, whether it reported recently and is
 *     not down
 */
public record TruckStatus(
        String truckId, String locationId, Double fuelLevelPct, boolean available) {

    /** The status of an available truck. */
    public static TruckStatus ready(String truckId) {
        return new TruckStatus(truckId, null, null, true);
    }
}
