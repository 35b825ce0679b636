package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.AssignmentDecision;
import io.fueloptimine.models.dispatch.AssignmentState;
import io.fueloptimine.models.dispatch.AssignmentTracker;
import io.fueloptimine.models.dispatch.TruckAssigner;
import io.fueloptimine.models.dispatch.TruckTaskState;
import io.fueloptimine.models.mine.AssignmentReply;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Assigns the next task to each truck that becomes free, according to the current plan. Each
 * element is processed at once, because an assignment that waits for a watermark would be emitted
 * after the truck has left. A state change that arrives too late updates the state, but no
 * assignment is emitted for it. Key the stream by site. State: one {@link AssignmentState} per
 * site, without expiry; the readings are of trucks and loading units of the mine file ({@link
 * DispatchReadings}).
 */
final class AssignTrucks
        extends KeyedCoProcessFunction<String, Reading, PlannedFleet, DispatchAssignment> {

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private final DispatchSettings settings;
    private transient Map<String, AssignmentTracker> trackers;
    private transient Map<String, TruckAssigner> assigners;
    private transient AssignmentTracker tracker;
    private transient TruckAssigner assigner;
    private transient ValueState<AssignmentState> assignments;
    private transient AssignmentMetrics metrics;

    AssignTrucks(MineSites mines, DispatchSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        trackers = new HashMap<>();
        assigners = new HashMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) -> {
                            trackers.put(site, new AssignmentTracker(mine, settings.assigner()));
                            assigners.put(site, new TruckAssigner(mine, settings.assigner()));
                        });
        assignments =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "assignment-state", AssignmentState.class));
        metrics = new AssignmentMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement1(Reading reading, Context context, Collector<DispatchAssignment> out)
            throws Exception {
        if (reading.state() == null && reading.reply() == null) {
            return;
        }
        useMineOf(context.getCurrentKey());
        AssignmentState state = stateSoFar(context);
        if (state.plan() != null) {
            metrics.planAge(Duration.between(state.plan().madeAt(), reading.time()).toMillis());
        }
        boolean late = isTooLate(reading, context.timerService().currentWatermark());
        AssignmentState after = afterReading(state, reading, late, out);
        if (after != state) {
            assignments.update(after);
        }
    }

    @Override
    public void processElement2(
            PlannedFleet planned, Context context, Collector<DispatchAssignment> out)
            throws Exception {
        useMineOf(context.getCurrentKey());
        AssignmentState state = stateSoFar(context);
        Instant madeAt = planned.plan().madeAt();
        if (state.plan() != null && madeAt.isBefore(state.plan().madeAt())) {
            metrics.planSuperseded();
            return;
        }
        AssignmentState following = tracker.planned(state, planned.plan(), planned.situation());
        assignments.update(emitAll(following, assigner.recall(following, madeAt), out));
    }

    private void useMineOf(String site) {
        tracker = trackers.get(site);
        assigner = assigners.get(site);
    }

    private AssignmentState afterReading(
            AssignmentState state,
            Reading reading,
            boolean late,
            Collector<DispatchAssignment> out) {
        if (reading.reply() != null) {
            return afterReply(state, reading, reading.reply(), out);
        }
        if (reading.kind() == EquipmentKind.HAULTRUCK) {
            return afterTruck(state, reading, late, out);
        }
        return reading.kind() == EquipmentKind.SHOVEL ? afterUnit(state, reading, out) : state;
    }

    private AssignmentState afterTruck(
            AssignmentState state,
            Reading reading,
            boolean late,
            Collector<DispatchAssignment> out) {
        TruckTaskState before = state.taskState(reading.machineId());
        AssignmentState after =
                tracker.withTruckState(state, reading.machineId(), reading.state(), reading.time());
        if (after == state || late) {
            metrics.stateTooLate();
            return after;
        }
        return tracker.requestOf(before, reading.state(), reading.time())
                .flatMap(request -> assigner.assign(after, request))
                .map(decision -> emit(decision, out))
                .orElse(after);
    }

    private AssignmentState afterUnit(
            AssignmentState state, Reading reading, Collector<DispatchAssignment> out) {
        String unitId = reading.machineId();
        boolean up = reading.state().stopReason() != StopReason.DOWN;
        boolean wasUp = !state.downMachineIds().contains(unitId);
        if (up == wasUp) {
            return state;
        }
        AssignmentState after = tracker.withMachineUp(state, unitId, up);
        return up ? after : emitAll(after, assigner.divert(after, unitId, reading.time()), out);
    }

    private AssignmentState afterReply(
            AssignmentState state,
            Reading reading,
            AssignmentReply reply,
            Collector<DispatchAssignment> out) {
        if (reply.accepted()) {
            metrics.accepted();
            return state;
        }
        metrics.rejected();
        return assigner.assignAgain(
                        state, reading.machineId(), reply.assignmentId(), reading.time())
                .map(decision -> emit(decision, out))
                .orElse(state);
    }

    private AssignmentState emitAll(
            AssignmentState state,
            List<AssignmentDecision> decisions,
            Collector<DispatchAssignment> out) {
        AssignmentState last = state;
        for (AssignmentDecision decision : decisions) {
            last = emit(decision, out);
        }
        return last;
    }

    private AssignmentState emit(AssignmentDecision decision, Collector<DispatchAssignment> out) {
        metrics.assigned(decision.assignment().task());
        out.collect(decision.assignment());
        return decision.state();
    }

    private boolean isTooLate(Reading reading, long watermark) {
        long validMs = settings.assigner().validForS() * 1_000;
        return reading.time().toEpochMilli() + validMs < watermark;
    }

    private AssignmentState stateSoFar(Context context) throws Exception {
        AssignmentState state = assignments.value();
        return state == null ? AssignmentState.empty(context.getCurrentKey()) : state;
    }
}
