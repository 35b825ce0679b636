package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.plan.LegKey;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlannedFlow;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Updates the {@link AssignmentState} with states of the fleet, assignments and new plans.
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

    /** Applies a new state of the fleet at a time. */
    public AssignmentState withFleet(AssignmentState state, FleetState fleet, Instant at) {
        return withSurplus(state.with(fleet), at);
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

    /**
     * Applies a new plan. The number of trips behind the previous plan is carried over, limited to
     * the configured maximum. The state of trucks that the mine no longer has is removed.
     */
    public AssignmentState planned(AssignmentState state, DispatchPlan plan) {
        Map<String, LegTripCount> tripCounts = new LinkedHashMap<>();
        for (PlannedFlow flow : plan.flows()) {
            String key = LegKey.of(flow);
            LegTripCount old = state.tripCounts().get(key);
            double carried = old == null ? 0 : bounded(old.behind(plan.madeAt()));
            tripCounts.put(key, new LegTripCount(flow.tripsPerHour(), plan.madeAt(), carried, 0));
        }
        FleetState fleet = state.fleet().withTrucks(knownTrucks(state.fleet().trucks()));
        AssignmentState next =
                new AssignmentState(state.site(), fleet, plan, tripCounts, state.surplusSince());
        return withSurplus(next, plan.madeAt());
    }

    private Map<String, TruckState> knownTrucks(Map<String, TruckState> taskStates) {
        Map<String, TruckState> known = new LinkedHashMap<>(taskStates);
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
            TruckState taskState = state.fleet().trucks().get(truck.id());
            if (truck.className().equals(className)
                    && taskState != null
                    && taskState.status() == WorkStatus.WORKING) {
                working++;
            }
        }
        return working - state.plan().trucksInService().getOrDefault(className, 0);
    }
}
