package io.fueloptimine.models.mine;

import java.time.Instant;
import java.util.List;

/**
 * The next task of one truck.
 *
 * @param assignmentId deterministic: site, truck, task and the time it became free
 * @param planId the plan it is based on; null when there was none
 * @param site the mine
 * @param truckId the truck
 * @param task the task
 * @param destinationId the location to go to
 * @param destinationEquipmentId the loading unit there; null when the task needs none
 * @param routeSegmentIds the road segments to take, in order
 * @param reasonCode why
 * @param expectedLitresSaved litres saved against the truck's fixed pair, negative when it costs
 *     litres
 * @param issuedAt event time (UTC)
 * @param validUntil when it expires (UTC)
 */
public record DispatchAssignment(
        String assignmentId,
        String planId,
        String site,
        String truckId,
        Task task,
        String destinationId,
        String destinationEquipmentId,
        List<String> routeSegmentIds,
        ReasonCode reasonCode,
        double expectedLitresSaved,
        Instant issuedAt,
        Instant validUntil)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(DispatchAssignment.class);

    public DispatchAssignment {
        CHECK.required("assignmentId", assignmentId)
                .name("site", site)
                .name("truckId", truckId)
                .required("task", task)
                .required("issuedAt", issuedAt)
                .required("validUntil", validUntil);
    }

    @Override
    public String machineId() {
        return truckId;
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, truckId);
    }
}
