package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Task;
import java.time.Instant;
import java.util.List;

/**
 * What one truck was last told and last said. Immutable.
 *
 * @param truckId the truck
 * @param status whether it counts as working
 * @param state the last production state it told; null before it spoke
 * @param stateAt when it told it (UTC); null before it spoke
 * @param locationId the last location it reached; null when unknown
 * @param fuelLevelPct tank level, %; null when unknown
 * @param task what it was told to do; null when nothing
 * @param destinationId where to; null when nowhere
 * @param unitId the loading unit it is bound for, stands at or was loaded by; null without one
 * @param assignmentId its last assignment; null without one
 * @param freeAt when it became free for that assignment (UTC); null without one
 * @param attempts assignments given since it became free
 * @param refused destinations it rejected since it became free
 * @param diversions how often it was sent elsewhere on this trip
 * @param statusSince since when its status holds (UTC)
 */
public record TruckDuty(
        String truckId,
        DutyStatus status,
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

    /** A truck of which nothing is known yet. */
    static TruckDuty unknown(String truckId) {
        return new TruckDuty(
                truckId,
                DutyStatus.WORKING,
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

    /** Whether it is on its way to that loading unit, or waits for its bucket there. */
    boolean isBoundForUnit(String unit) {
        return status == DutyStatus.WORKING
                && task == Task.LOAD
                && unit.equals(unitId)
                && state != ProductionState.LOADING
                && state != ProductionState.HAULING;
    }

    /** Whether it is on its way to that place, or waits there, with that task. */
    boolean isBoundFor(Task what, String place) {
        return status == DutyStatus.WORKING && task == what && place.equals(destinationId);
    }

    TruckDuty saying(
            ProductionState newState,
            Instant at,
            String location,
            Double levelPct,
            String loadedBy) {
        return new TruckDuty(
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

    TruckDuty withStatus(DutyStatus newStatus, Instant at) {
        return new TruckDuty(
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

    TruckDuty told(
            Task newTask,
            String destination,
            String unit,
            String assignment,
            Instant at,
            int attempt,
            List<String> refusals,
            int newDiversions) {
        return new TruckDuty(
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
