package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import java.util.List;

/**
 * A possible next task of a truck.
 *
 * @param task the task
 * @param destinationId the location
 * @param unitId the loading unit there; null when the task needs none
 * @param segmentIds the route's road segments, in order
 * @param costL cost of the trip, waiting and deviation from the plan, L
 * @param reasonCode the reason for the task
 * @param litresSaved fuel saved against the fixed pair, L
 */
record TaskOption(
        Task task,
        String destinationId,
        String unitId,
        List<String> segmentIds,
        double costL,
        ReasonCode reasonCode,
        double litresSaved) {

    TaskOption because(ReasonCode reason) {
        return new TaskOption(task, destinationId, unitId, segmentIds, costL, reason, litresSaved);
    }
}
