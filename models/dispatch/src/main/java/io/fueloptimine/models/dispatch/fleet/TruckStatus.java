package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Task;
import java.time.Instant;

/**
 * The status of one truck.
 *
 * @param truckId the truck
 * @param state the truck's production state; null before the first report
 * @param locationId the last location that the truck reached; null when unknown
 * @param destinationId the location to which the truck drives; null when none
 * @param payloadT the truck's payload, t; null when unknown
 * @param task the task assigned to the truck; null when none
 * @param fuelLevelPct tank level, %; null when unknown
 * @param available whether the truck can be planned, that is, whether it reported recently and is
 *     not down
 * @param free whether the truck is stopped without a task
 * @param since when the truck entered its production state (UTC); null before the first report
 */
public record TruckStatus(
        String truckId,
        ProductionState state,
        String locationId,
        String destinationId,
        Double payloadT,
        Task task,
        Double fuelLevelPct,
        boolean available,
        boolean free,
        Instant since) {

    /** The status of an empty, available truck without a task. */
    public static TruckStatus ready(String truckId) {
        return new TruckStatus(
                truckId, ProductionState.PARKED, null, null, null, null, null, true, true, null);
    }

    TruckStatus withFuelLevelPct(double levelPct) {
        return new TruckStatus(
                truckId,
                state,
                locationId,
                destinationId,
                payloadT,
                task,
                levelPct,
                available,
                free,
                since);
    }

    TruckStatus unavailable() {
        return new TruckStatus(
                truckId,
                state,
                locationId,
                destinationId,
                payloadT,
                task,
                fuelLevelPct,
                false,
                free,
                since);
    }
}
