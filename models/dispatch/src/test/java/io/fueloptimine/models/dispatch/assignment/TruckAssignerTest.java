package io.fueloptimine.models.dispatch.assignment;

import static io.fueloptimine.models.dispatch.assignment.AssignedFleet.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The next haul of a truck. */
class TruckAssignerTest {

    private final AssignedFleet fleet = new AssignedFleet();

    @Test
    void keepsTheFixedPairWhileThereIsNoPlan() {
        DispatchAssignment load =
                fleet.assign(fleet.state(), TruckRequest.empty(fleet.truck.id(), fleet.dump, AT));

        assertThat(load.task()).isEqualTo(Task.LOAD);
        assertThat(load.destinationEquipmentId()).isEqualTo(fleet.truck.pairedLoadingUnitId());
        assertThat(load.reasonCode()).isEqualTo(ReasonCode.FIXED_PAIR);
        assertThat(load.expectedLitresSaved()).isZero();
        assertThat(load.planId()).isNull();
    }

    @Test
    void givesTheSameAssignmentForTheSameBookAndRequest() {
        TruckRequest request = TruckRequest.empty(fleet.truck.id(), fleet.dump, AT);

        assertThat(fleet.assign(fleet.planned(List.of(), 1), request))
                .isEqualTo(fleet.assign(fleet.planned(List.of(), 1), request));
        assertThat(fleet.assign(fleet.planned(List.of(), 1), request).assignmentId())
                .startsWith(fleet.site.site() + "/" + fleet.truck.id() + "/")
                .endsWith("/" + AT.toEpochMilli());
    }

    @Test
    void sendsALoadedTruckOnlyWhereItsMaterialIsTaken() {
        for (var unit : fleet.site.loadingUnits()) {
            DispatchAssignment offload =
                    fleet.assign(
                            fleet.planned(List.of(), 1),
                            TruckRequest.loaded(fleet.truck.id(), unit.faceId(), unit.id(), AT));

            assertThat(offload.task()).isEqualTo(Task.OFFLOAD);
            assertThat(
                            fleet.site
                                    .dump(offload.destinationId())
                                    .orElseThrow()
                                    .accepts(unit.material()))
                    .isTrue();
            assertThat(offload.routeSegmentIds()).isNotEmpty();
        }
    }

    @Test
    void doesNotUseAClosedRoad() {
        AssignmentState state = fleet.planned(List.of("RAMP-N"), 1);

        assertThat(
                        fleet.assign(state, TruckRequest.empty(fleet.truck.id(), fleet.dump, AT))
                                .routeSegmentIds())
                .contains("RAMP-S")
                .doesNotContain("RAMP-N");
    }

    @Test
    void waitsWhereItIsWhenThereIsNoWay() {
        AssignmentState state = fleet.planned(List.of("RAMP-N", "RAMP-S", "TO-BAY"), 1);

        DispatchAssignment wait =
                fleet.assign(state, TruckRequest.empty(fleet.truck.id(), fleet.dump, AT));

        assertThat(wait.task()).isEqualTo(Task.WAIT);
        assertThat(wait.destinationId()).isEqualTo(fleet.dump);
    }

    @Test
    void followsThePlansRatesOverManyTrucks() {
        AssignmentState state = fleet.planned(List.of(), 1);
        Map<String, Integer> given = new HashMap<>();
        Instant at = AT;
        for (int i = 0; i < 60; i++) {
            at = at.plusSeconds(90);
            Truck next = fleet.site.trucks().get(i % fleet.site.trucks().size());
            state =
                    fleet.withReport(
                            state,
                            next,
                            ProductionState.DUMPING,
                            next.pairedDumpId(),
                            90.0,
                            null,
                            at);
            AssignmentDecision decision =
                    fleet.assigner
                            .assign(state, TruckRequest.empty(next.id(), next.pairedDumpId(), at))
                            .orElseThrow();
            given.merge(decision.assignment().destinationId(), 1, Integer::sum);
            state = decision.state();
        }
        Set<String> plannedFaces = new HashSet<>();
        state.plan().flows().stream()
                .filter(flow -> !flow.loaded())
                .forEach(flow -> plannedFaces.add(flow.toLocationId()));
        assertThat(given.keySet()).containsAll(plannedFaces);
    }

    @Test
    void doesNotAssignByAPlanThatHasExpired() {
        AssignmentState state = fleet.planned(List.of(), 1);
        Instant end = state.plan().validUntil();
        TruckRequest valid = TruckRequest.empty(fleet.truck.id(), fleet.dump, end);
        TruckRequest expired = TruckRequest.empty(fleet.truck.id(), fleet.dump, end.plusSeconds(1));

        assertThat(fleet.assign(state, valid).planId()).isEqualTo(state.plan().planId());
        assertThat(fleet.assign(state, expired).planId()).isNull();
        assertThat(fleet.assign(state, expired).destinationEquipmentId())
                .isEqualTo(fleet.truck.pairedLoadingUnitId());
        assertThat(fleet.assign(state, expired).reasonCode()).isEqualTo(ReasonCode.FIXED_PAIR);
    }

    @Test
    void hasNoAnswerForATruckOfAnotherMine() {
        assertThat(fleet.assigner.assign(fleet.state(), TruckRequest.empty("X-1", fleet.dump, AT)))
                .isEmpty();
    }
}
