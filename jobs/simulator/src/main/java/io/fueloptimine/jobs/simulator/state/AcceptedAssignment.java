package io.fueloptimine.jobs.simulator.state;

import io.fueloptimine.models.mine.Task;
import java.util.List;

/**
 * An assignment that a truck has accepted.
 *
 * @param destinationId the location to go to; may be null
 * @param unitId the loading unit of a LOAD assignment; null for other tasks
 * @param segmentIds the road segments to use; empty for the shortest route
 * @param validUntilMs when it expires if not begun, ms; {@link Long#MAX_VALUE} for never
 */
public record AcceptedAssignment(
        String assignmentId,
        Task task,
        String destinationId,
        String unitId,
        List<String> segmentIds,
        long validUntilMs) {}
