package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Task;
import java.time.Instant;

/**
 * What is known of one truck.
 *
 * @param truckId the truck
 * @param state its production state; null before it spoke
 * @param locationId the last location it reached; null when unknown
 * @param destinationId where it is bound; null when nowhere
 * @param payloadT what it carries, t; null when unknown
 * @param task what it was told to do; null when nothing
 * @param fuelLevelPct tank level, %; null when unknown
 * @param available whether it may be planned with: it spoke lately and is not down
 * @param free whether it stands without a task
 * @param since when it entered its state (UTC); null before it spoke
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

    /** An empty truck that stands ready and has said nothing else. */
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
