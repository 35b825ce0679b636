package io.fueloptimine.models.mine.dispatch;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;
import java.util.List;

/**
 * The next task of one truck.
 *
 * @param assignmentId deterministic id: site, truck, task and the time at which the truck became
 *     free
 * @param planId the plan on which the assignment is based; null when there was none
 * @param site the mine
 * @param truckId the truck
 * @param task the task
 * @param destinationId the location to go to
 * @param destinationEquipmentId the loading unit at the destination; null when the task needs none
 * @param routeSegmentIds the road segments to take, in order
 * @param reasonCode the reason for the assignment
 * @param expectedLitresSaved litres saved compared with the truck's fixed pair of loading unit and
 *     dump; negative when the assignment burns more
 * @param issuedAt event time of the assignment (UTC)
 * @param validUntil when the assignment expires (UTC)
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

    /**
     * The id of an assignment.
     *
     * @param freeAt when the truck became free (UTC)
     * @param attempt number of the assignment since then, from 1
     */
    public static String idOf(String site, String truckId, Task task, Instant freeAt, int attempt) {
        return MachineKey.textOf(site, truckId)
                + "/"
                + task
                + "/"
                + freeAt.toEpochMilli()
                + (attempt > 1 ? "/" + attempt : "");
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
