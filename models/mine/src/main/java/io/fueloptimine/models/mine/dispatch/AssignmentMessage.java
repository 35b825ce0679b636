package io.fueloptimine.models.mine.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;
import java.util.List;

/**
 * An assignment in the form in which it is sent to a truck. The field names are those of the
 * open-autonomy dispatch protocol, the public companion of ISO 23725, and some additional ones.
 *
 * @param protocol always {@code Open-Autonomy}
 * @param version the protocol's version
 * @param timestamp when the assignment was issued (UTC)
 * @param site the mine; not part of the protocol
 * @param equipmentId the truck
 * @param requests the assignments; always exactly one
 */
public record AssignmentMessage(
        @JsonProperty("Protocol") String protocol,
        @JsonProperty("Version") int version,
        @JsonProperty("Timestamp") Instant timestamp,
        @JsonProperty("Site") String site,
        @JsonProperty("EquipmentId") String equipmentId,
        @JsonProperty("HaulTruckAssignmentRequestV2") List<Request> requests)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(AssignmentMessage.class);

    public AssignmentMessage {
        CHECK.name("Site", site).name("EquipmentId", equipmentId).required("Timestamp", timestamp);
        if (requests == null || requests.isEmpty() || requests.get(0) == null) {
            throw CHECK.fault("HaulTruckAssignmentRequestV2", requests, "one assignment");
        }
    }

    @Override
    public String machineId() {
        return equipmentId;
    }

    /**
     * One assignment.
     *
     * @param assignmentId deterministic id
     * @param task Load, Offload, Fuel, Park or Wait
     * @param destinationId the location
     * @param destinationEquipmentId the loading unit at the location; null when the task needs none
     * @param route road segments in order
     * @param reasonCode the name of a {@link ReasonCode}
     * @param expectedLitresSaved expected fuel saved against the fixed pair, L
     * @param validUntil when the assignment expires (UTC)
     * @param planId the plan on which the assignment is based; null without a plan
     */
    public record Request(
            @JsonProperty("AssignmentId") String assignmentId,
            @JsonProperty("Task") String task,
            @JsonProperty("DestinationId") String destinationId,
            @JsonProperty("DestinationEquipmentId") String destinationEquipmentId,
            @JsonProperty("RouteV1") List<String> route,
            @JsonProperty("ReasonCode") String reasonCode,
            @JsonProperty("ExpectedLitresSaved") double expectedLitresSaved,
            @JsonProperty("ValidUntil") Instant validUntil,
            @JsonProperty("PlanId") String planId) {

        private static final FieldCheck CHECK = new FieldCheck(Request.class);

        public Request {
            CHECK.required("AssignmentId", assignmentId).required("ValidUntil", validUntil);
        }
    }

    /** Creates the message for one assignment. */
    public static AssignmentMessage of(DispatchAssignment assignment) {
        Request request =
                new Request(
                        assignment.assignmentId(),
                        assignment.task().wireName(),
                        assignment.destinationId(),
                        assignment.destinationEquipmentId(),
                        assignment.routeSegmentIds(),
                        assignment.reasonCode().name(),
                        assignment.expectedLitresSaved(),
                        assignment.validUntil(),
                        assignment.planId());
        return new AssignmentMessage(
                "Open-Autonomy",
                1,
                assignment.issuedAt(),
                assignment.site(),
                assignment.truckId(),
                List.of(request));
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, equipmentId);
    }
}
