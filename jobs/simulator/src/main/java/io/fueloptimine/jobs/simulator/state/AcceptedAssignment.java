package io.fueloptimine.jobs.simulator.state;

import io.fueloptimine.models.mine.dispatch.Task;
import java.util.List;

/**
 * An assignment that a truck has accepted.
 *
 * @param destinationId the location to which the truck drives; may be null
 * @param unitId the loading unit of a LOAD assignment; null for other tasks
 * @param segmentIds the road segments of the route; empty for the shortest route
 * @param validUntilMs time at which the assignment expires if the truck has not begun it, in ms
 *     since the epoch; {@link Long#MAX_VALUE} for never
 */
public record AcceptedAssignment(
        String assignmentId,
        Task task,
        String destinationId,
        String unitId,
        List<String> segmentIds,
        long validUntilMs) {}
