package io.fueloptimine.models.dispatch;

import java.time.Instant;

/**
 * A truck that needs its next task.
 *
 * @param truckId the truck
 * @param loaded whether it carries, or is being loaded
 * @param fromLocationId where it starts from; null when unknown
 * @param unitId the unit that loads it; null when empty
 * @param freeAt when it became free (UTC)
 */
public record TruckRequest(
        String truckId, boolean loaded, String fromLocationId, String unitId, Instant freeAt) {

    /** A truck that dumps, or stands empty. */
    public static TruckRequest empty(String truckId, String fromLocationId, Instant freeAt) {
        return new TruckRequest(truckId, false, fromLocationId, null, freeAt);
    }

    /** A truck that is being loaded. */
    public static TruckRequest loaded(
            String truckId, String fromLocationId, String unitId, Instant freeAt) {
        return new TruckRequest(truckId, true, fromLocationId, unitId, freeAt);
    }
}
