package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.TruckDispatch;
import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.PlannedFleet;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Assigns the next task to each truck that becomes free ({@link TruckDispatch}). Each element is
 * processed at once, because an assignment that waits for a watermark would be emitted after the
 * truck has left. A state change that arrives too late updates the state, but no assignment is
 * emitted for it. Key the stream by site. State: one {@link AssignmentState} per site, without
 * expiry; the readings are of trucks and loading units of the mine file ({@link DispatchReadings}).
 */
final class AssignTrucks
        extends KeyedCoProcessFunction<String, Reading, PlannedFleet, DispatchAssignment> {

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private final DispatchSettings settings;
    private transient Map<String, TruckDispatch> dispatches;
    private transient ValueState<AssignmentState> assignments;
    private transient AssignmentMetrics metrics;

    AssignTrucks(MineSites mines, DispatchSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        dispatches = new HashMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) ->
                                dispatches.put(
                                        site,
                                        new TruckDispatch(
                                                mine, settings.fleet(), settings.assigner())));
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
        AssignmentState state = stateSoFar(context);
        if (state.plan() != null) {
            metrics.planAge(Duration.between(state.plan().madeAt(), reading.time()).toMillis());
        }
        boolean late = isTooLate(reading, context.timerService().currentWatermark());
        emit(state, dispatchOf(context).afterReading(state, reading, late), out);
    }

    @Override
    public void processElement2(
            PlannedFleet planned, Context context, Collector<DispatchAssignment> out)
            throws Exception {
        FleetSituation situation = planned.situation();
        AssignmentState state = stateSoFar(context);
        AssignmentState onRoads =
                state.with(
                        state.fleet()
                                .withRoads(
                                        situation.closedSegmentIds(),
                                        situation.downMachineIds(),
                                        situation.extraRollingResistancePct()));
        emit(state, dispatchOf(context).afterPlan(onRoads, planned.plan()), out);
    }

    private void emit(
            AssignmentState before,
            TruckDispatch.Outcome outcome,
            Collector<DispatchAssignment> out)
            throws Exception {
        if (outcome.state() != before) {
            assignments.update(outcome.state());
        }
        metrics.count(outcome.event());
        for (DispatchAssignment assignment : outcome.assignments()) {
            metrics.assigned(assignment.task());
            out.collect(assignment);
        }
    }

    private boolean isTooLate(Reading reading, long watermark) {
        long validMs = settings.assigner().validForS() * 1_000;
        return reading.time().toEpochMilli() + validMs < watermark;
    }

    private TruckDispatch dispatchOf(Context context) {
        return dispatches.get(context.getCurrentKey());
    }

    private AssignmentState stateSoFar(Context context) throws Exception {
        AssignmentState state = assignments.value();
        return state == null ? AssignmentState.empty(context.getCurrentKey()) : state;
    }
}
