package io.fueloptimine.models.dispatch.assignment;

import static io.fueloptimine.models.dispatch.assignment.AssignedFleet.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Assignments that are rejected or overtaken by events. */
class ChangedAssignmentsTest {

    private final AssignedFleet fleet = new AssignedFleet();

    @Test
    void givesOneMoreAssignmentAfterARejectionAndNoMore() {
        AssignmentState state =
                fleet.withReport(
                        fleet.planned(List.of(), 1),
                        fleet.truck,
                        ProductionState.DUMPING,
                        fleet.dump,
                        90.0,
                        null,
                        AT);
        AssignmentDecision first =
                fleet.assigner
                        .assign(state, TruckRequest.empty(fleet.truck.id(), fleet.dump, AT))
                        .orElseThrow();
        String firstId = first.assignment().assignmentId();

        AssignmentDecision second =
                fleet.assigner
                        .assignAgain(first.state(), fleet.truck.id(), firstId, AT)
                        .orElseThrow();

        assertThat(second.assignment().destinationId())
                .isNotEqualTo(first.assignment().destinationId());
        assertThat(second.assignment().assignmentId()).endsWith("/2");
        assertThat(
                        fleet.assigner.assignAgain(
                                second.state(),
                                fleet.truck.id(),
                                second.assignment().assignmentId(),
                                AT))
                .isEmpty();
        assertThat(fleet.assigner.assignAgain(second.state(), fleet.truck.id(), firstId, AT))
                .isEmpty();
    }

    @Test
    void divertsTrucksUnderWayToAUnitThatWentDownOnce() {
        AssignmentDecision first =
                fleet.assigner
                        .assign(
                                fleet.planned(List.of(), 1),
                                TruckRequest.empty(fleet.truck.id(), fleet.dump, AT))
                        .orElseThrow();
        String unit = first.assignment().destinationEquipmentId();
        Instant later = AT.plusSeconds(60);

        List<AssignmentDecision> diverted =
                fleet.assigner.divert(
                        fleet.changes.machine(first.state(), unit, false), unit, later);

        assertThat(diverted).hasSize(1);
        DispatchAssignment other = diverted.get(0).assignment();
        assertThat(other.destinationEquipmentId()).isNotEqualTo(unit);
        assertThat(other.reasonCode()).isEqualTo(ReasonCode.DIVERTED);
        assertThat(
                        fleet.assigner.divert(
                                diverted.get(0).state(), other.destinationEquipmentId(), later))
                .isEmpty();
    }

    @Test
    void ignoresAStateOlderThanTheLastOne() {
        AssignmentState now =
                fleet.withReport(
                        fleet.state(), fleet.truck, ProductionState.HAULING, "PIT", 80.0, null, AT);

        assertThat(
                        fleet.withReport(
                                now,
                                fleet.truck,
                                ProductionState.LOADING,
                                "FACE-0",
                                82.0,
                                null,
                                AT.minusSeconds(60)))
                .isEqualTo(now);
    }
}
