package io.fueloptimine.models.dispatch;

import java.time.Instant;

/**
 * A request for the next task of a truck.
 *
 * @param truckId the truck
 * @param loaded whether the truck is loaded or being loaded
 * @param fromLocationId the location it starts from; null when unknown
 * @param unitId the loading unit that loads it; null when empty
 * @param freeAt when it became free (UTC)
 */
public record TruckRequest(
        String truckId, boolean loaded, String fromLocationId, String unitId, Instant freeAt) {

    /** A request for a truck that is dumping or empty. */
    public static TruckRequest empty(String truckId, String fromLocationId, Instant freeAt) {
        return new TruckRequest(truckId, false, fromLocationId, null, freeAt);
    }

    /** A request for a truck that is being loaded. */
    public static TruckRequest loaded(
            String truckId, String fromLocationId, String unitId, Instant freeAt) {
        return new TruckRequest(truckId, true, fromLocationId, unitId, freeAt);
    }
}
