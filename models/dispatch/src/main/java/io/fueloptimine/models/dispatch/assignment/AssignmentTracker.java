package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.ImmutableCopies;
import io.fueloptimine.models.dispatch.plan.LegKey;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlannedFlow;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.StopReason;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Updates the {@link AssignmentState} with state changes of machines and with new plans.
 * Thread-safe.
 */
public final class AssignmentTracker {

    private static final Set<ProductionState> STANDING =
            EnumSet.of(ProductionState.PARKED, ProductionState.STOPPED, ProductionState.OFF);

    private final MineSite site;
    private final FleetMachines machines;
    private final AssignerSettings settings;

    public AssignmentTracker(MineSite site, AssignerSettings settings) {
        this.site = site;
        this.machines = new FleetMachines(site);
        this.settings = settings;
    }

    /**
     * Applies a state change of a truck.
     *
     * @return the updated state; the unchanged {@code state} if a newer state change of the truck
     *     was applied before
     */
    public AssignmentState withTruckState(
            AssignmentState state, String truckId, StateChange change, Instant at) {
        TruckTaskState before = state.taskState(truckId);
        if (before.stateAt() != null && at.isBefore(before.stateAt())) {
            return state;
        }
        String loadedBy = change.state() == ProductionState.LOADING ? change.counterpartId() : null;
        TruckTaskState after =
                before.saying(
                                change.state(),
                                at,
                                change.locationId(),
                                change.fuelLevelPct(),
                                loadedBy)
                        .withStatus(statusOf(change, before), at);
        return withSurplus(state.with(after), at);
    }

    /**
     * The request that follows from a state change. A truck that starts to dump needs its next
     * task, a truck that is being loaded needs a dump, and a truck that leaves a stop without an
     * assignment needs a task.
     *
     * @param before the truck's task state before the state change
     */
    public Optional<TruckRequest> requestOf(TruckTaskState before, StateChange change, Instant at) {
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
                state.taskState(request.truckId())
                        .withStatus(status, request.freeAt())
                        .withReport(
                                assignment.task(),
                                assignment.destinationId(),
                                unitId == null ? request.unitId() : unitId,
                                assignment.assignmentId(),
                                request.freeAt(),
                                attempt.number(),
                                attempt.refused(),
                                attempt.diversions()));
    }

    private static WorkStatus statusOf(StateChange change, TruckTaskState before) {
        boolean stands =
                change.state() == ProductionState.PARKED || change.state() == ProductionState.OFF;
        if (change.stopReason() == StopReason.DOWN) {
            return WorkStatus.DOWN;
        }
        // A break or a shift change ends without an assignment, so the truck still counts as
        // working.
        if (change.stopReason() == StopReason.SHIFT_CHANGE
                || change.stopReason() == StopReason.BREAK) {
            return WorkStatus.WORKING;
        }
        boolean onItsWayToPark =
                before.status() == WorkStatus.PARKED
                        && before.task() == Task.PARK
                        && (change.state() == ProductionState.DRIVING
                                || change.state() == ProductionState.DUMPING);
        return stands || onItsWayToPark ? WorkStatus.PARKED : WorkStatus.WORKING;
    }

    /** Marks a loading unit or dump as down or as in service. */
    public AssignmentState withMachineUp(AssignmentState state, String machineId, boolean up) {
        return state.withDown(
                up
                        ? ImmutableCopies.without(state.downMachineIds(), machineId)
                        : ImmutableCopies.with(state.downMachineIds(), machineId));
    }

    /**
     * Applies a new plan and the road closures for which it was made. The number of trips behind
     * the previous plan is carried over, limited to the configured maximum. The state of trucks
     * that the mine no longer has is removed.
     */
    public AssignmentState planned(
            AssignmentState state, DispatchPlan plan, FleetSituation situation) {
        Map<String, LegTripCount> tripCounts = new LinkedHashMap<>();
        for (PlannedFlow flow : plan.flows()) {
            String key = LegKey.of(flow);
            LegTripCount old = state.tripCounts().get(key);
            double carried = old == null ? 0 : bounded(old.behind(plan.madeAt()));
            tripCounts.put(key, new LegTripCount(flow.tripsPerHour(), plan.madeAt(), carried, 0));
        }
        AssignmentState next =
                new AssignmentState(
                        state.site(),
                        plan,
                        knownTrucks(state.taskStates()),
                        tripCounts,
                        situation.closedSegmentIds(),
                        situation.downMachineIds(),
                        situation.extraRollingResistancePct(),
                        state.surplusSince());
        return withSurplus(next, plan.madeAt());
    }

    private Map<String, TruckTaskState> knownTrucks(Map<String, TruckTaskState> taskStates) {
        Map<String, TruckTaskState> known = new LinkedHashMap<>(taskStates);
        known.keySet().removeIf(truckId -> !machines.hasTruck(truckId));
        return known;
    }

    private double bounded(double trips) {
        return Math.max(-settings.maxTripsBehind(), Math.min(settings.maxTripsBehind(), trips));
    }

    private AssignmentState withSurplus(AssignmentState state, Instant at) {
        if (state.plan() == null) {
            return state;
        }
        Map<String, Instant> since = new LinkedHashMap<>();
        for (String className : state.plan().trucksInService().keySet()) {
            if (surplus(state, className) > 0) {
                since.put(className, state.surplusSince().getOrDefault(className, at));
            }
        }
        return since.equals(state.surplusSince()) ? state : state.withSurplusSince(since);
    }

    /**
     * Working trucks of a class minus those that the plan needs; negative when trucks are missing.
     */
    int surplus(AssignmentState state, String className) {
        int working = 0;
        for (Truck truck : site.trucks()) {
            TruckTaskState taskState = state.taskStates().get(truck.id());
            if (truck.className().equals(className)
                    && taskState != null
                    && taskState.status() == WorkStatus.WORKING) {
                working++;
            }
        }
        return working - state.plan().trucksInService().getOrDefault(className, 0);
    }
}
