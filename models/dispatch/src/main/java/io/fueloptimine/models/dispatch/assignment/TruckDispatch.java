package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Assigns the next task to each truck of one mine that becomes free, according to the current plan.
 * The result depends only on the arguments. Thread-safe.
 */
public final class TruckDispatch {

    /** Time between two checks of parked trucks, s of event time. */
    private static final long CHECK_PARKED_EVERY_S = 60;

    private final FleetTracker fleets;
    private final AssignmentTracker tracker;
    private final TruckAssigner assigner;

    public TruckDispatch(MineSite mine, FleetSettings fleet, AssignerSettings settings) {
        this(mine, fleet, settings, OpenWork.ALL);
    }

    /**
     * @param work the faces and dumps to which trucks may be sent
     */
    public TruckDispatch(
            MineSite mine, FleetSettings fleet, AssignerSettings settings, OpenWork work) {
        this.fleets = new FleetTracker(mine, fleet);
        this.tracker = new AssignmentTracker(mine);
        this.assigner = new TruckAssigner(mine, settings, new RoadHaulModel(mine), work);
    }

    /** What an input meant, for metrics. */
    public enum Event {
        /** Nothing to count. */
        NONE,
        /** A truck accepted its assignment. */
        ACCEPTED,
        /** A truck rejected its assignment. */
        REJECTED,
        /** A truck's change of state came too late for an assignment. */
        STATE_TOO_LATE,
        /** A plan is older than the current one and was not used. */
        PLAN_SUPERSEDED
    }

    /**
     * What follows from an input.
     *
     * @param state the new state; the same object as before when nothing changed
     * @param assignments the assignments to send, in order
     * @param event what the input meant
     */
    public record Outcome(
            AssignmentState state, List<DispatchAssignment> assignments, Event event) {

        static Outcome of(AssignmentState state, Event event) {
            return new Outcome(state, List.of(), event);
        }

        static Outcome of(AssignmentDecision decision, Event event) {
            return new Outcome(decision.state(), List.of(decision.assignment()), event);
        }

        /** All decisions that were made one after the other, from a state. */
        static Outcome of(AssignmentState state, List<AssignmentDecision> decisions) {
            List<DispatchAssignment> assignments = new ArrayList<>();
            AssignmentState last = state;
            for (AssignmentDecision decision : decisions) {
                assignments.add(decision.assignment());
                last = decision.state();
            }
            return new Outcome(last, List.copyOf(assignments), Event.NONE);
        }
    }

    /**
     * What follows from a reading of a truck or loading unit of the mine.
     *
     * @param late whether the reading is too old for an assignment; it then updates the state only
     */
    public Outcome afterReading(AssignmentState state, Reading reading, boolean late) {
        AssignmentState after =
                assigner.withEffort(
                        state,
                        state.with(fleets.withReading(state.fleet(), reading)),
                        reading.time());
        Outcome outcome = outcome(state, after, reading, late);
        return late ? outcome : withParkedChecked(outcome, reading.time());
    }

    /** Once in a while, parked trucks return to work or get the assignment to stay. */
    private Outcome withParkedChecked(Outcome outcome, Instant at) {
        Instant last = outcome.state().parkedCheckedAt();
        if (last != null && at.isBefore(last.plusSeconds(CHECK_PARKED_EVERY_S))) {
            return outcome;
        }
        AssignmentState state = outcome.state().withParkedChecked(at);
        Outcome checked = Outcome.of(state, assigner.checkParked(state, at));
        List<DispatchAssignment> all = new ArrayList<>(outcome.assignments());
        all.addAll(checked.assignments());
        return new Outcome(checked.state(), List.copyOf(all), outcome.event());
    }

    private Outcome outcome(
            AssignmentState state, AssignmentState after, Reading reading, boolean late) {
        if (reading.reply() != null) {
            return afterReply(after, reading, reading.reply());
        }
        if (reading.state() == null) {
            return Outcome.of(after, Event.NONE);
        }
        return switch (reading.kind()) {
            case HAULTRUCK -> afterTruck(state, after, reading, late);
            case SHOVEL -> afterUnit(state, after, reading);
            case AUX, FUELBAY -> Outcome.of(after, Event.NONE);
        };
    }

    /**
     * The trucks that are needed for the tonnes left, which a plan keeps in service.
     *
     * @return empty when no truck is parked as surplus, so that the plan chooses
     */
    public Optional<Set<String>> trucksInService(AssignmentState state, Instant at) {
        return assigner.trucksInService(state, at);
    }

    /** What follows from a new plan. A plan older than the current one changes nothing. */
    public Outcome afterPlan(AssignmentState state, DispatchPlan plan) {
        Instant madeAt = plan.madeAt();
        if (state.plan() != null && madeAt.isBefore(state.plan().madeAt())) {
            return Outcome.of(state, Event.PLAN_SUPERSEDED);
        }
        return Outcome.of(tracker.planned(state, plan), Event.NONE);
    }

    private Outcome afterTruck(
            AssignmentState state, AssignmentState after, Reading reading, boolean late) {
        TruckState before = state.fleet().truck(reading.machineId());
        if (late || before.isNewerThan(reading.time())) {
            return Outcome.of(after, Event.STATE_TOO_LATE);
        }
        Optional<TruckRequest> request = tracker.requestOf(before, reading.state(), reading.time());
        return request.flatMap(wanted -> assigner.assign(after, wanted))
                .map(decision -> Outcome.of(decision, Event.NONE))
                .orElseGet(() -> Outcome.of(after, Event.NONE));
    }

    private Outcome afterUnit(AssignmentState state, AssignmentState after, Reading reading) {
        String unitId = reading.machineId();
        boolean wentDown = state.fleet().isUp(unitId) && !after.fleet().isUp(unitId);
        return wentDown
                ? Outcome.of(after, assigner.divert(after, unitId, reading.time()))
                : Outcome.of(after, Event.NONE);
    }

    private Outcome afterReply(AssignmentState state, Reading reading, AssignmentReply reply) {
        if (reply.accepted()) {
            return Outcome.of(state, Event.ACCEPTED);
        }
        AssignmentState noted =
                assigner.withRefusal(
                        state, reading.machineId(), reply.assignmentId(), reading.time());
        return assigner.assignAgain(
                        noted, reading.machineId(), reply.assignmentId(), reading.time())
                .map(decision -> Outcome.of(decision, Event.REJECTED))
                .orElseGet(() -> Outcome.of(noted, Event.REJECTED));
    }
}
