package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.ImmutableCopies;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.plan.LegKey;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.ReasonCode;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import io.fueloptimine.models.mine.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Stage two of dispatch: selects the next task of each truck that becomes free. The result depends
 * only on the state and the request: equal inputs give equal assignments with equal ids. The
 * assigner is fast enough to be called on a Flink task thread. Thread-safe.
 */
public final class TruckAssigner {

    private final MineSite site;
    private final AssignerSettings settings;
    private final AssignmentTracker log;
    private final TaskSelection nextTask;
    private final HaulModel hauls;
    private final OpenWork work;

    /** Creates an assigner that uses the roads of the mine file. */
    public TruckAssigner(MineSite site, AssignerSettings settings) {
        this(site, settings, new RoadHaulModel(site));
    }

    public TruckAssigner(MineSite site, AssignerSettings settings, HaulModel hauls) {
        this(site, settings, hauls, OpenWork.ALL);
    }

    /**
     * @param work the faces and dumps to which trucks may be sent
     */
    public TruckAssigner(MineSite site, AssignerSettings settings, HaulModel hauls, OpenWork work) {
        this.site = site;
        this.settings = settings;
        this.log = new AssignmentTracker(site, settings);
        this.nextTask = new TaskSelection(site, settings, log);
        this.hauls = hauls;
        this.work = work;
    }

    /**
     * The next task of a truck; see {@link TaskSelection} for the priorities.
     *
     * @return empty when the mine has no such truck
     */
    public Optional<AssignmentDecision> assign(AssignmentState state, TruckRequest request) {
        return site.truck(request.truckId())
                .map(truck -> decide(state, truck, request, AssignmentAttempt.first()));
    }

    /**
     * The next task of a truck when the queues at the loading units are known.
     *
     * @return empty when the mine has no such truck
     */
    public Optional<AssignmentDecision> assign(
            AssignmentState state, TruckRequest request, LoadingQueues queues) {
        AssignmentAttempt first = AssignmentAttempt.first();
        return site.truck(request.truckId())
                .map(truck -> decide(state, truck, request, first, queues));
    }

    /**
     * Another task for a truck that rejected its last assignment.
     *
     * @return empty when the truck rejected a different assignment, or has no attempts left
     */
    public Optional<AssignmentDecision> assignAgain(
            AssignmentState state, String truckId, String assignmentId, Instant at) {
        TruckState taskState = state.fleet().truck(truckId);
        Optional<Truck> truck = site.truck(truckId);
        if (truck.isEmpty()
                || !assignmentId.equals(taskState.assignmentId())
                || taskState.attempts() >= settings.maxAttempts()) {
            return Optional.empty();
        }
        List<String> refused = ImmutableCopies.with(taskState.refused(), taskState.destinationId());
        AssignmentAttempt attempt =
                new AssignmentAttempt(
                        taskState.attempts() + 1,
                        refused,
                        taskState.diversions(),
                        ReasonCode.REJECTED);
        boolean loaded = taskState.task() == Task.OFFLOAD;
        TruckRequest request =
                new TruckRequest(
                        truckId,
                        loaded,
                        taskState.locationId(),
                        taskState.unitId(),
                        taskState.freeAt());
        AssignmentState undone =
                withoutTrip(state, truck.get(), taskState).with(asWorking(taskState, at));
        return Optional.of(decide(undone, truck.get(), request, attempt));
    }

    /** New tasks for the trucks on their way to a loading unit that went down. */
    public List<AssignmentDecision> divert(AssignmentState state, String unitId, Instant at) {
        List<AssignmentDecision> decisions = new ArrayList<>();
        AssignmentState current = state;
        for (Truck truck : site.trucks()) {
            TruckState taskState = current.fleet().truck(truck.id());
            if (taskState.isBoundForUnit(unitId)
                    && taskState.diversions() < settings.maxDiversions()) {
                AssignmentAttempt attempt =
                        new AssignmentAttempt(
                                1, List.of(), taskState.diversions() + 1, ReasonCode.DIVERTED);
                TruckRequest request = TruckRequest.empty(truck.id(), taskState.locationId(), at);
                AssignmentState undone = withoutTrip(current, truck, taskState);
                decisions.add(decide(undone, truck, request, attempt));
                current = decisions.get(decisions.size() - 1).state();
            }
        }
        return decisions;
    }

    /** Tasks for parked trucks that the plan needs again, longest parked first. */
    public List<AssignmentDecision> recall(AssignmentState state, Instant at) {
        List<AssignmentDecision> decisions = new ArrayList<>();
        if (state.plan() == null) {
            return decisions;
        }
        AssignmentState current = state;
        for (TruckClass truckClass : site.truckClasses()) {
            for (TruckState parked : parkedOf(state, truckClass.name())) {
                int missing = -log.surplus(current, truckClass.name());
                if (missing <= 0 || !mayReturn(parked, missing, at)) {
                    break;
                }
                Truck truck = site.truck(parked.truckId()).orElseThrow();
                TruckRequest request = TruckRequest.empty(truck.id(), parked.locationId(), at);
                AssignmentState working = current.with(asWorking(parked, at));
                AssignmentAttempt attempt =
                        new AssignmentAttempt(1, List.of(), 0, ReasonCode.RECALLED);
                decisions.add(decide(working, truck, request, attempt));
                current = decisions.get(decisions.size() - 1).state();
            }
        }
        return decisions;
    }

    private List<TruckState> parkedOf(AssignmentState state, String className) {
        return site.trucks().stream()
                .filter(truck -> truck.className().equals(className))
                .map(truck -> state.fleet().truck(truck.id()))
                .filter(taskState -> taskState.status() == WorkStatus.PARKED)
                .filter(taskState -> taskState.state() == ProductionState.PARKED)
                .sorted(
                        Comparator.comparing(TruckState::statusSince)
                                .thenComparing(TruckState::truckId))
                .toList();
    }

    private boolean mayReturn(TruckState parked, int missing, Instant at) {
        boolean longEnough = !at.isBefore(parked.statusSince().plusSeconds(settings.minParkedS()));
        return missing >= 2 || longEnough || parked.task() != Task.PARK;
    }

    private static TruckState asWorking(TruckState taskState, Instant at) {
        return taskState.withStatus(WorkStatus.WORKING, at);
    }

    private AssignmentDecision decide(
            AssignmentState state, Truck truck, TruckRequest request, AssignmentAttempt attempt) {
        return decide(
                state,
                truck,
                request,
                attempt,
                new BoundTrucks(site, state, truck.id(), hauls, settings.spotS()));
    }

    private AssignmentDecision decide(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            AssignmentAttempt attempt,
            LoadingQueues queues) {
        DestinationCosts destinations =
                new DestinationCosts(
                        site,
                        settings,
                        work,
                        hauls.costs(
                                state.fleet().closedSegmentIds(),
                                state.fleet().extraRollingResistancePct()),
                        queues,
                        state,
                        truck,
                        TaskSelection.startOf(state, truck, request),
                        request.freeAt());
        TaskOption choice = nextTask.choose(state, truck, request, destinations, attempt);
        return record(state, truck, request, choice, attempt);
    }

    private AssignmentDecision record(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchAssignment assignment = assignmentOf(state, truck, request, choice, attempt);
        String leg =
                LegKey.of(
                        truck.className(),
                        request.loaded(),
                        TaskSelection.startOf(state, truck, request),
                        choice.destinationId());
        LegTripCount tripCount = state.tripCounts().get(leg);
        AssignmentState counted =
                tripCount == null
                        ? state
                        : state.withTripCounts(
                                ImmutableCopies.with(state.tripCounts(), leg, tripCount.plus(1)));
        return new AssignmentDecision(
                assignment, log.withAssignment(counted, request, assignment, attempt));
    }

    private DispatchAssignment assignmentOf(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchPlan plan = state.plan();
        String id =
                DispatchAssignment.idOf(
                        site.site(), truck.id(), choice.task(), request.freeAt(), attempt.number());
        return new DispatchAssignment(
                id,
                plan == null ? null : plan.planId(),
                site.site(),
                truck.id(),
                choice.task(),
                choice.destinationId(),
                choice.unitId(),
                choice.segmentIds(),
                choice.reasonCode(),
                choice.litresSaved(),
                request.freeAt(),
                request.freeAt().plusSeconds(settings.validForS()));
    }

    private AssignmentState withoutTrip(AssignmentState state, Truck truck, TruckState taskState) {
        String leg =
                LegKey.of(
                        truck.className(),
                        taskState.task() == Task.OFFLOAD,
                        String.valueOf(taskState.locationId()),
                        String.valueOf(taskState.destinationId()));
        LegTripCount tripCount = state.tripCounts().get(leg);
        return tripCount == null || tripCount.given() == 0
                ? state
                : state.withTripCounts(
                        ImmutableCopies.with(state.tripCounts(), leg, tripCount.plus(-1)));
    }
}
