package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Updates the {@link AssignmentState} with assignments and new plans. Thread-safe. */
public final class AssignmentTracker {

    private static final Set<ProductionState> STANDING =
            EnumSet.of(ProductionState.PARKED, ProductionState.STOPPED, ProductionState.OFF);

    private final FleetMachines machines;

    public AssignmentTracker(MineSite site) {
        this.machines = new FleetMachines(site);
    }

    /**
     * The request that follows from a state change. A truck that starts to dump needs its next
     * task, a truck that is being loaded needs a dump, and a truck that leaves a stop without an
     * assignment needs a task.
     *
     * @param before the truck's task state before the state change
     */
    public Optional<TruckRequest> requestOf(TruckState before, StateChange change, Instant at) {
        String truckId = before.truckId();
        ProductionState previous =
                change.previousState() == null ? before.state() : change.previousState();
        return switch (change.state()) {
            case DUMPING -> Optional.of(TruckRequest.empty(truckId, change.locationId(), at));
            case LOADING ->
                    Optional.of(
                            TruckRequest.loaded(
                                    truckId, change.locationId(), change.counterpartId(), at));
            case DRIVING ->
                    STANDING.contains(previous) && change.assignmentId() == null
                            ? Optional.of(TruckRequest.empty(truckId, change.locationId(), at))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * Records an assignment.
     *
     * @param request the request that the assignment answers
     * @param attempt the attempt that the assignment is
     */
    public AssignmentState withAssignment(
            AssignmentState state,
            TruckRequest request,
            DispatchAssignment assignment,
            AssignmentAttempt attempt) {
        WorkStatus status = assignment.task() == Task.PARK ? WorkStatus.PARKED : WorkStatus.WORKING;
        String unitId = assignment.destinationEquipmentId();
        return state.with(
                state.fleet()
                        .truck(request.truckId())
                        .withStatus(status, request.freeAt())
                        .withAssignment(
                                assignment.task(),
                                assignment.destinationId(),
                                unitId == null ? request.unitId() : unitId,
                                assignment.assignmentId(),
                                request.freeAt(),
                                attempt.number(),
                                attempt.refused(),
                                attempt.diversions()));
    }

    /** Applies a new plan. The state of trucks that the mine no longer has is removed. */
    public AssignmentState planned(AssignmentState state, DispatchPlan plan) {
        FleetState fleet = state.fleet().withTrucks(knownTrucks(state.fleet().trucks()));
        return state.with(fleet).with(plan);
    }

    private Map<String, TruckState> knownTrucks(Map<String, TruckState> taskStates) {
        Map<String, TruckState> known = new LinkedHashMap<>(taskStates);
        known.keySet().removeIf(truckId -> !machines.hasTruck(truckId));
        return known;
    }
}
