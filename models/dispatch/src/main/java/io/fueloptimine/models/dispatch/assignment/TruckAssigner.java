package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.ImmutableCopies;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.price.HaulCosts;
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
import java.util.List;
import java.util.Optional;

/**
 * Stage two of dispatch: selects the next task of each truck that becomes free. The result depends
 * only on the state and the request: equal inputs give equal assignments with equal ids. The
 * assigner is fast enough to be called on a Flink task thread. Thread-safe.
 */
public final class TruckAssigner {

    /** Evidence of the working share without measured tonnes, t. */
    private static final double PRIOR_T = 15_000;

    /** The part of the hours left in which the tonnes are moved at least. */
    private static final double LEAST_PART = 0.25;

    /** The least time in which the tonnes are moved, h. */
    private static final double LEAST_H = 0.25;

    private final MineSite site;
    private final AssignerSettings settings;
    private final AssignmentTracker log;
    private final TaskSelection nextTask;
    private final TrucksInService trucks;
    private final HaulModel model;
    private final OpenWork work;

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
        this.log = new AssignmentTracker(site);
        this.nextTask = new TaskSelection(site, settings);
        this.trucks = new TrucksInService(site, settings, model);
        this.model = model;
        this.work = work;
    }

    /** The state with the effort of the trucks up to a time. */
    AssignmentState withEffort(AssignmentState before, AssignmentState after, Instant at) {
        return after.with(
                before.effort()
                        .plus(
                                at,
                                trucks.possibleTph(before.fleet()),
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
                                    context(state, request.freeAt(), outlook, working);
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

    /**
     * Orders for trucks that are parked. A truck returns to work when it is needed for the tonnes
     * left and a load waits for it soon; the others stay.
     */
    public List<AssignmentDecision> checkParked(AssignmentState state, Instant at) {
        List<AssignmentDecision> decisions = new ArrayList<>();
        AssignmentState current = state;
        for (Truck truck : site.trucks()) {
            TruckState parked = current.fleet().truck(truck.id());
            if (parked.state() == ProductionState.PARKED) {
                Optional<AssignmentDecision> decision = parked(current, truck, parked, at);
                if (decision.isPresent()) {
                    decisions.add(decision.get());
                    current = decision.get().state();
                }
            }
        }
        return decisions;
    }

    private Optional<AssignmentDecision> parked(
            AssignmentState state, Truck truck, TruckState parked, Instant at) {
        DecisionContext context = context(state, truck.id(), at);
        TruckRequest request = TruckRequest.empty(truck.id(), parked.locationId(), at);
        Destinations destinations =
                new Destinations(
                        site, context, truck, TaskSelection.startOf(state, truck, request));
        boolean byOrder = parked.task() == Task.PARK && parked.status() == WorkStatus.PARKED;
        boolean surplus = isSurplus(state, truck, context, 1, at);
        if (!surplus && !byOrder) {
            return Optional.empty();
        }
        boolean loadWaits =
                !surplus
                        && destinations
                                .load(0, List.of())
                                .filter(load -> load.earlyS() <= settings.returnAheadS())
                                .isPresent();
        if (!loadWaits) {
            return stay(state, truck, parked, byOrder, destinations, request);
        }
        if (at.isBefore(parked.statusSince().plusSeconds(settings.minParkedS()))) {
            return Optional.empty();
        }
        AssignmentAttempt attempt = new AssignmentAttempt(1, List.of(), 0, ReasonCode.RECALLED);
        AssignmentState working = state.with(asWorking(parked, at));
        return Optional.of(decide(working, truck, request, attempt, context, false))
                .filter(made -> made.assignment().task() != Task.PARK);
    }

    /**
     * A truck that parks by itself gets the assignment to stay, and gets it again before it would
     * look for work by itself.
     */
    private Optional<AssignmentDecision> stay(
            AssignmentState state,
            Truck truck,
            TruckState parked,
            boolean byOrder,
            Destinations destinations,
            TruckRequest request) {
        Instant at = request.freeAt();
        boolean told =
                byOrder
                        ? at.isBefore(parked.freeAt().plusSeconds(settings.stayParkedS()))
                        : parked.freeAt() != null && !parked.freeAt().isBefore(parked.stateAt());
        return told
                ? Optional.empty()
                : nextTask.parking(truck, destinations, List.of())
                        .map(
                                option ->
                                        record(
                                                state,
                                                truck,
                                                request,
                                                option,
                                                AssignmentAttempt.first()));
    }

    private static TruckState asWorking(TruckState taskState, Instant at) {
        return taskState.withStatus(WorkStatus.WORKING, at);
    }

    private AssignmentDecision decide(
            AssignmentState state, Truck truck, TruckRequest request, AssignmentAttempt attempt) {
        DecisionContext context = context(state, truck.id(), request.freeAt());
        boolean surplus =
                attempt.reason() == null
                        && !request.loaded()
                        && isSurplus(
                                state,
                                truck,
                                context,
                                1 + settings.spareCapacityPct() / 100,
                                request.freeAt());
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
        return record(state, truck, request, choice, attempt);
    }

    private DecisionContext context(AssignmentState state, String selfId, Instant at) {
        FleetOutlook outlook =
                FleetForecast.of(site, state.fleet(), model, hauls(state), settings, selfId, at);
        int working = 0;
        for (TruckState truck : state.fleet().trucks().values()) {
            boolean works = truck.status() == WorkStatus.WORKING;
            working += works || truck.truckId().equals(selfId) ? 1 : 0;
        }
        return context(state, at, outlook, working);
    }

    private DecisionContext context(
            AssignmentState state, Instant at, FleetOutlook outlook, int working) {
        HaulCosts hauls = hauls(state);
        WorkTargets targets = new WorkTargets(site, state.fleet().progress(), work);
        Pace pace =
                Pace.of(
                        outlook,
                        targets,
                        Pace.truckSeconds(site, hauls, outlook.units(), settings),
                        share(state) * working,
                        site.truckClasses().stream()
                                .mapToDouble(TruckClass::payloadT)
                                .average()
                                .orElse(1));
        return new DecisionContext(
                state.fleet(),
                state.planAt(at) != null,
                hauls,
                work,
                targets,
                outlook,
                pace,
                new UnitMatching(settings, hauls));
    }

    private HaulCosts hauls(AssignmentState state) {
        return model.costs(
                state.fleet().closedSegmentIds(), state.fleet().extraRollingResistancePct());
    }

    private double share(AssignmentState state) {
        return state.effort().share(settings.workingShare(), PRIOR_T);
    }

    /**
     * Whether a truck is not needed for the tonnes left.
     *
     * @param factor trucks for this multiple of the tonnes are kept
     */
    private boolean isSurplus(
            AssignmentState state,
            Truck truck,
            DecisionContext context,
            double factor,
            Instant at) {
        DispatchPlan plan = state.planAt(at);
        if (plan == null
                || !settings.parksSurplus()
                || !context.targets().listsFaces()
                || !state.fleet().trucks().containsKey(truck.id())) {
            return false;
        }
        double hours = context.targets().hoursLeft(at);
        double usedHours = Math.max(hours - settings.finishEarlyH(), LEAST_PART * hours);
        double neededTph = factor * context.pace().leftT() / Math.max(LEAST_H, usedHours);
        return !trucks.needed(state.fleet(), neededTph, share(state), plan.prices().truckRatios())
                .contains(truck.id());
    }

    private AssignmentDecision record(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchAssignment assignment = assignmentOf(state, truck, request, choice, attempt);
        return new AssignmentDecision(
                assignment, log.withAssignment(state, request, assignment, attempt));
    }

    private DispatchAssignment assignmentOf(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchPlan plan = state.planAt(request.freeAt());
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
                request.freeAt()
                        .plusSeconds(
                                choice.task() == Task.PARK
                                        ? settings.stayParkedS()
                                        : settings.validForS()));
    }
}
