package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.ReasonCode;
import io.fueloptimine.models.mine.Task;
import java.util.List;

/**
 * One thing a truck could do next.
 *
 * @param task what
 * @param destinationId where
 * @param unitId the loading unit there; null when the task needs none
 * @param segmentIds the way there
 * @param costL litres, waiting and the plan's wishes added up, L
 * @param reasonCode why
 * @param litresSaved against the fixed pair, L
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
