package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Task;
import java.time.Instant;
import java.util.List;

/**
 * The last assignment and the last reported state of one truck. Immutable.
 *
 * @param truckId the truck
 * @param status whether the truck counts as working
 * @param state the last reported production state; null before the first report
 * @param stateAt time of that state (UTC); null before the first report
 * @param locationId the last location that the truck reached; null when unknown
 * @param fuelLevelPct tank level, %; null when unknown
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
public record TruckTaskState(
        String truckId,
        WorkStatus status,
        ProductionState state,
        Instant stateAt,
        String locationId,
        Double fuelLevelPct,
        Task task,
        String destinationId,
        String unitId,
        String assignmentId,
        Instant freeAt,
        int attempts,
        List<String> refused,
        int diversions,
        Instant statusSince) {

    /** The task state of a truck that has not reported. */
    static TruckTaskState unknown(String truckId) {
        return new TruckTaskState(
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
                0,
                List.of(),
                0,
                null);
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
    boolean isBoundFor(Task what, String place) {
        return status == WorkStatus.WORKING && task == what && place.equals(destinationId);
    }

    TruckTaskState saying(
            ProductionState newState,
            Instant at,
            String location,
            Double levelPct,
            String loadedBy) {
        return new TruckTaskState(
                truckId,
                status,
                newState,
                at,
                location == null ? locationId : location,
                levelPct == null ? fuelLevelPct : levelPct,
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

    TruckTaskState withStatus(WorkStatus newStatus, Instant at) {
        return new TruckTaskState(
                truckId,
                newStatus,
                state,
                stateAt,
                locationId,
                fuelLevelPct,
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

    TruckTaskState withReport(
            Task newTask,
            String destination,
            String unit,
            String assignment,
            Instant at,
            int attempt,
            List<String> refusals,
            int newDiversions) {
        return new TruckTaskState(
                truckId,
                status,
                state,
                stateAt,
                locationId,
                fuelLevelPct,
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
