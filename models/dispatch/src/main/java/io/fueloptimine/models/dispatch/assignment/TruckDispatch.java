package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.plan.PlannedFleet;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.AssignmentReply;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.StopReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Assigns the next task to each truck of one mine that becomes free, according to the current plan.
 * The result depends only on the arguments. Thread-safe.
 */
public final class TruckDispatch {

    private final AssignmentTracker tracker;
    private final TruckAssigner assigner;

    public TruckDispatch(MineSite mine, AssignerSettings settings) {
        this(mine, settings, OpenWork.ALL);
    }

    /**
     * @param work the faces and dumps to which trucks may be sent
     */
    public TruckDispatch(MineSite mine, AssignerSettings settings, OpenWork work) {
        this.tracker = new AssignmentTracker(mine, settings);
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
        if (reading.reply() != null) {
            return afterReply(state, reading, reading.reply());
        }
        if (reading.state() == null) {
            return Outcome.of(state, Event.NONE);
        }
        if (reading.kind() == EquipmentKind.HAULTRUCK) {
            return afterTruck(state, reading, late);
        }
        return reading.kind() == EquipmentKind.SHOVEL
                ? afterUnit(state, reading)
                : Outcome.of(state, Event.NONE);
    }

    /** What follows from a new plan. A plan older than the current one changes nothing. */
    public Outcome afterPlan(AssignmentState state, PlannedFleet planned) {
        Instant madeAt = planned.plan().madeAt();
        if (state.plan() != null && madeAt.isBefore(state.plan().madeAt())) {
            return Outcome.of(state, Event.PLAN_SUPERSEDED);
        }
        AssignmentState following = tracker.planned(state, planned.plan(), planned.situation());
        return Outcome.of(following, assigner.recall(following, madeAt));
    }

    private Outcome afterTruck(AssignmentState state, Reading reading, boolean late) {
        TruckTaskState before = state.taskState(reading.machineId());
        AssignmentState after =
                tracker.withTruckState(state, reading.machineId(), reading.state(), reading.time());
        if (after == state || late) {
            return Outcome.of(after, Event.STATE_TOO_LATE);
        }
        Optional<TruckRequest> request = tracker.requestOf(before, reading.state(), reading.time());
        return request.flatMap(wanted -> assigner.assign(after, wanted))
                .map(decision -> Outcome.of(decision, Event.NONE))
                .orElseGet(() -> Outcome.of(after, Event.NONE));
    }

    private Outcome afterUnit(AssignmentState state, Reading reading) {
        String unitId = reading.machineId();
        boolean up = reading.state().stopReason() != StopReason.DOWN;
        boolean wasUp = !state.downMachineIds().contains(unitId);
        if (up == wasUp) {
            return Outcome.of(state, Event.NONE);
        }
        AssignmentState after = tracker.withMachineUp(state, unitId, up);
        return up
                ? Outcome.of(after, Event.NONE)
                : Outcome.of(after, assigner.divert(after, unitId, reading.time()));
    }

    private Outcome afterReply(AssignmentState state, Reading reading, AssignmentReply reply) {
        if (reply.accepted()) {
            return Outcome.of(state, Event.ACCEPTED);
        }
        return assigner.assignAgain(
                        state, reading.machineId(), reply.assignmentId(), reading.time())
                .map(decision -> Outcome.of(decision, Event.REJECTED))
                .orElseGet(() -> Outcome.of(state, Event.REJECTED));
    }
}
