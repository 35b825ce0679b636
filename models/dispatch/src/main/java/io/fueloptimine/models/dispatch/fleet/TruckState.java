package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.List;

/**
 * What is known of one truck: its last reported state and its last assignment. Immutable.
 *
 * @param truckId the truck
 * @param status whether the truck counts as working
 * @param state the last reported production state; null before the first report
 * @param stateAt time of that state (UTC); null before the first report
 * @param reportedAt time of the truck's latest reading (UTC); null before the first reading
 * @param locationId the last location that the truck reached; null when unknown
 * @param fuelLevelPct tank level, %; null when unknown
 * @param load the load on the truck; null when the truck is empty or its load is not known
 * @param task the assigned task; null when none
 * @param destinationId the assigned destination; null when none
 * @param unitId the loading unit that the truck drives to, waits at or was loaded by; null without
 *     one
 * @param assignmentId the truck's last assignment; null without one
 * @param freeAt when the truck became free for this assignment (UTC); null without an assignment
 * @param attempts number of assignments since the truck became free
 * @param refused destinations that the truck has rejected since it became free
 * @param diversions number of times the truck was diverted on this trip
 * @param statusSince since when the truck has its status (UTC)
 */
public record TruckState(
        String truckId,
        WorkStatus status,
        ProductionState state,
        Instant stateAt,
        Instant reportedAt,
        String locationId,
        Double fuelLevelPct,
        Load load,
        Task task,
        String destinationId,
        String unitId,
        String assignmentId,
        Instant freeAt,
        int attempts,
        List<String> refused,
        int diversions,
        Instant statusSince) {

    /**
     * A load on a truck.
     *
     * @param faceId the face at which the truck was loaded
     * @param payloadT weighed payload, or the nominal one of the class when none was sent, t
     */
    public record Load(String faceId, Material material, double payloadT) {}

    /** The state of a truck that has not reported. */
    public static TruckState unknown(String truckId) {
        return new TruckState(
                truckId,
                WorkStatus.WORKING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                0,
                null);
    }

    /** Whether the truck has reported a state that is later than the given time. */
    public boolean isNewerThan(Instant at) {
        return stateAt != null && at.isBefore(stateAt);
    }

    /** Whether the truck drives to the given loading unit or waits there. */
    public boolean isBoundForUnit(String unit) {
        return status == WorkStatus.WORKING
                && task == Task.LOAD
                && unit.equals(unitId)
                && state != ProductionState.LOADING
                && state != ProductionState.HAULING;
    }

    /** Whether the truck drives to the given location, or waits there, with the given task. */
    public boolean isBoundFor(Task what, String place) {
        return status == WorkStatus.WORKING && task == what && place.equals(destinationId);
    }

    TruckState reported(Instant at, Double levelPct) {
        return new TruckState(
                truckId,
                status,
                state,
                stateAt,
                reportedAt == null || at.isAfter(reportedAt) ? at : reportedAt,
                locationId,
                levelPct == null ? fuelLevelPct : levelPct,
                load,
                task,
                destinationId,
                unitId,
                assignmentId,
                freeAt,
                attempts,
                refused,
                diversions,
                statusSince);
    }

    TruckState in(ProductionState newState, Instant at, String location, String loadedBy) {
        return new TruckState(
                truckId,
                status,
                newState,
                at,
                reportedAt,
                location == null ? locationId : location,
                fuelLevelPct,
                load,
                task,
                destinationId,
                loadedBy == null ? unitId : loadedBy,
                assignmentId,
                freeAt,
                attempts,
                refused,
                diversions,
                statusSince);
    }

    /** A copy with another load; null for an empty truck. */
    TruckState withLoad(Load newLoad) {
        return new TruckState(
                truckId,
                status,
                state,
                stateAt,
                reportedAt,
                locationId,
                fuelLevelPct,
                newLoad,
                task,
                destinationId,
                unitId,
                assignmentId,
                freeAt,
                attempts,
                refused,
                diversions,
                statusSince);
    }

    /** A copy with another status, which the truck has since the given time if it changed. */
    public TruckState withStatus(WorkStatus newStatus, Instant at) {
        return new TruckState(
                truckId,
                newStatus,
                state,
                stateAt,
                reportedAt,
                locationId,
                fuelLevelPct,
                load,
                task,
                destinationId,
                unitId,
                assignmentId,
                freeAt,
                attempts,
                refused,
                diversions,
                newStatus == status && statusSince != null ? statusSince : at);
    }

    /** A copy with another assignment. */
    public TruckState withAssignment(
            Task newTask,
            String destination,
            String unit,
            String assignment,
            Instant at,
            int attempt,
            List<String> refusals,
            int newDiversions) {
        return new TruckState(
                truckId,
                status,
                state,
                stateAt,
                reportedAt,
                locationId,
                fuelLevelPct,
                load,
                newTask,
                destination,
                unit,
                assignment,
                at,
                attempt,
                refusals,
                newDiversions,
                statusSince);
    }
}
