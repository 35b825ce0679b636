package io.fueloptimine.models.dispatch.assignment;

import java.time.Instant;

/**
 * A request for the next task of a truck.
 *
 * @param truckId the truck
 * @param loaded whether the truck is loaded or being loaded
 * @param fromLocationId the location from which the truck starts; null when unknown
 * @param unitId the loading unit that loads the truck; null when the truck is empty
 * @param freeAt when the truck became free (UTC)
 */
public record TruckRequest(
        String truckId, boolean loaded, String fromLocationId, String unitId, Instant freeAt) {

    /** Creates a request for a truck that is dumping or empty. */
    public static TruckRequest empty(String truckId, String fromLocationId, Instant freeAt) {
        return new TruckRequest(truckId, false, fromLocationId, null, freeAt);
    }

    /** Creates a request for a truck that is being loaded. */
    public static TruckRequest loaded(
            String truckId, String fromLocationId, String unitId, Instant freeAt) {
        return new TruckRequest(truckId, true, fromLocationId, unitId, freeAt);
    }
}
