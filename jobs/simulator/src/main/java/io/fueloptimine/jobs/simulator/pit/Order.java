package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Task;
import java.util.List;

/**
 * An assignment that a truck has accepted.
 *
 * @param validUntilMs when it is too old to begin, mine time; {@link Long#MAX_VALUE} without end
 */
public record Order(
        String assignmentId,
        Task task,
        String destinationId,
        String unitId,
        List<String> segmentIds,
        long validUntilMs) {}
