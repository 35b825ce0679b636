package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.ImmutableCopies;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stage two of dispatch: selects the next task of each truck that becomes free. The result depends
 * only on the state and the request: equal inputs give equal assignments with equal ids. The
 * assigner is fast enough to be called on a Flink task thread. Thread-safe.
 */
public final class TruckAssigner {

    private final MineSite site;
    private final AssignerSettings settings;
    private final DecisionContexts contexts;
    private final TaskSelection nextTask;
    private final TrucksInService trucks;
    private final DecisionRecords records;
    private final ParkedTrucks parked;

    /** Creates an assigner that uses the roads of the mine file. */
    public TruckAssigner(MineSite site, AssignerSettings settings) {
        this(site, settings, new RoadHaulModel(site));
    }

    public TruckAssigner(MineSite site, AssignerSettings settings, HaulModel model) {
        this(site, settings, model, OpenWork.ALL);
    }

    /**
     * @param work the faces and dumps to which trucks may be sent
     */
    public TruckAssigner(MineSite site, AssignerSettings settings, HaulModel model, OpenWork work) {
        this.site = site;
        this.settings = settings;
        this.contexts = new DecisionContexts(site, settings, model, work);
        this.nextTask = new TaskSelection(site, settings);
        this.trucks = new TrucksInService(site, settings, model, work);
        this.records = new DecisionRecords(site, settings);
        this.parked = new ParkedTrucks(site, settings, contexts, trucks, nextTask, records);
    }

    /** The state with the effort of the trucks up to a time. */
    AssignmentState withEffort(AssignmentState before, AssignmentState after, Instant at) {
        return after.with(
                before.effort()
                        .plus(
                                at,
                                trucks.possibleTph(before),
                                before.fleet().progress(),
                                after.fleet().progress()));
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
     * The next task of a truck when it is known what the other trucks will do. Surplus trucks are
     * not parked.
     *
     * @return empty when the mine has no such truck
     */
    public Optional<AssignmentDecision> assign(
            AssignmentState state, TruckRequest request, FleetOutlook outlook, int working) {
        AssignmentAttempt first = AssignmentAttempt.first();
        return site.truck(request.truckId())
                .map(
                        truck -> {
                            DecisionContext context =
                                    contexts.at(
                                            state, truck.id(), request.freeAt(), outlook, working);
                            return decide(state, truck, request, first, context, false);
                        });
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
        AssignmentState undone = state.with(asWorking(taskState, at));
        return Optional.of(decide(undone, truck.get(), request, attempt));
    }

    /** The state with the rejection of a truck's last assignment, if that was a load. */
    AssignmentState withRefusal(
            AssignmentState state, String truckId, String assignmentId, Instant at) {
        TruckState truck = state.fleet().truck(truckId);
        boolean rejectedLoad =
                assignmentId.equals(truck.assignmentId())
                        && truck.task() == Task.LOAD
                        && truck.unitId() != null;
        return rejectedLoad
                ? state.with(
                        state.refusals()
                                .plus(new Refusals.Refusal(truckId, truck.unitId(), at), settings))
                : state;
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
                decisions.add(decide(current, truck, request, attempt));
                current = decisions.get(decisions.size() - 1).state();
            }
        }
        return decisions;
    }

    /** Orders for trucks that are parked: to return to work when they are needed, or to stay. */
    public List<AssignmentDecision> checkParked(AssignmentState state, Instant at) {
        return parked.check(state, at);
    }

    /**
     * The trucks that are needed for the tonnes left; the others are parked.
     *
     * @return empty when no truck is parked as surplus
     */
    public Optional<Set<String>> trucksInService(AssignmentState state, Instant at) {
        return trucks.kept(state, at);
    }

    private static TruckState asWorking(TruckState taskState, Instant at) {
        return taskState.withStatus(WorkStatus.WORKING, at);
    }

    private AssignmentDecision decide(
            AssignmentState state, Truck truck, TruckRequest request, AssignmentAttempt attempt) {
        DecisionContext context = contexts.at(state, truck.id(), request.freeAt());
        boolean surplus =
                attempt.reason() == null
                        && !request.loaded()
                        && TrucksInService.isSurplus(
                                state, truck, trucks.neededWithSpare(state, request.freeAt()));
        return decide(state, truck, request, attempt, context, surplus);
    }

    private AssignmentDecision decide(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            AssignmentAttempt attempt,
            DecisionContext context,
            boolean surplus) {
        Destinations destinations =
                new Destinations(
                        site, context, truck, TaskSelection.startOf(state, truck, request));
        TaskOption choice = nextTask.choose(state, truck, request, destinations, attempt, surplus);
        return records.of(state, truck, request, choice, attempt);
    }
}
