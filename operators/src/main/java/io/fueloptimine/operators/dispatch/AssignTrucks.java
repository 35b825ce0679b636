package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.AssignmentDecision;
import io.fueloptimine.models.dispatch.AssignmentState;
import io.fueloptimine.models.dispatch.AssignmentTracker;
import io.fueloptimine.models.dispatch.TruckAssigner;
import io.fueloptimine.models.dispatch.TruckDuty;
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
 * assignment is emitted for it. Keyed by site. State: one {@link AssignmentState} per site, without
 * expiry.
 */
final class AssignTrucks
        extends KeyedCoProcessFunction<String, Reading, PlannedFleet, DispatchAssignment> {

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private final DispatchSettings settings;
    private transient Map<String, AssignmentTracker> logs;
    private transient Map<String, TruckAssigner> assigners;
    private transient AssignmentTracker log;
    private transient TruckAssigner assigner;
    private transient ValueState<AssignmentState> book;
    private transient AssignMetrics metrics;

    AssignTrucks(MineSites mines, DispatchSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        logs = new HashMap<>();
        assigners = new HashMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) -> {
                            logs.put(site, new AssignmentTracker(mine, settings.assigner()));
                            assigners.put(site, new TruckAssigner(mine, settings.assigner()));
                        });
        book =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("fleet-book", AssignmentState.class));
        metrics = new AssignMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement1(Reading reading, Context context, Collector<DispatchAssignment> out)
            throws Exception {
        useMineOf(context.getCurrentKey());
        AssignmentState soFar = bookSoFar(context);
        if (soFar.plan() != null) {
            metrics.planAge(Duration.between(soFar.plan().madeAt(), reading.time()).toMillis());
        }
        boolean late = isTooLate(reading, context.timerService().currentWatermark());
        book.update(afterReading(soFar, reading, late, out));
    }

    @Override
    public void processElement2(
            PlannedFleet planned, Context context, Collector<DispatchAssignment> out)
            throws Exception {
        useMineOf(context.getCurrentKey());
        AssignmentState soFar = bookSoFar(context);
        Instant madeAt = planned.plan().madeAt();
        if (soFar.plan() != null && madeAt.isBefore(soFar.plan().madeAt())) {
            metrics.planOutrun();
            return;
        }
        AssignmentState following = log.planned(soFar, planned.plan(), planned.situation());
        book.update(emitAll(following, assigner.recall(following, madeAt), out));
    }

    private void useMineOf(String site) {
        log = logs.get(site);
        assigner = assigners.get(site);
    }

    private AssignmentState afterReading(
            AssignmentState soFar,
            Reading reading,
            boolean late,
            Collector<DispatchAssignment> out) {
        if (reading.reply() != null) {
            return afterReply(soFar, reading, reading.reply(), out);
        }
        if (reading.state() == null) {
            return soFar;
        }
        if (reading.kind() == EquipmentKind.HAULTRUCK) {
            return afterTruck(soFar, reading, late, out);
        }
        return reading.kind() == EquipmentKind.SHOVEL ? afterUnit(soFar, reading, out) : soFar;
    }

    private AssignmentState afterTruck(
            AssignmentState soFar,
            Reading reading,
            boolean late,
            Collector<DispatchAssignment> out) {
        TruckDuty before = soFar.duty(reading.machineId());
        AssignmentState after =
                log.withTruckState(soFar, reading.machineId(), reading.state(), reading.time());
        if (after == soFar || late) {
            metrics.toldTooLate();
            return after;
        }
        return log.requestOf(before, reading.state(), reading.time())
                .flatMap(request -> assigner.assign(after, request))
                .map(decision -> emit(decision, out))
                .orElse(after);
    }

    private AssignmentState afterUnit(
            AssignmentState soFar, Reading reading, Collector<DispatchAssignment> out) {
        String unitId = reading.machineId();
        boolean up = reading.state().stopReason() != StopReason.DOWN;
        boolean wasUp = !soFar.downMachineIds().contains(unitId);
        if (up == wasUp) {
            return soFar;
        }
        AssignmentState after = log.withMachineUp(soFar, unitId, up);
        return up ? after : emitAll(after, assigner.divert(after, unitId, reading.time()), out);
    }

    private AssignmentState afterReply(
            AssignmentState soFar,
            Reading reading,
            AssignmentReply reply,
            Collector<DispatchAssignment> out) {
        if (reply.accepted()) {
            metrics.accepted();
            return soFar;
        }
        metrics.rejected();
        return assigner.assignAgain(
                        soFar, reading.machineId(), reply.assignmentId(), reading.time())
                .map(decision -> emit(decision, out))
                .orElse(soFar);
    }

    private AssignmentState emitAll(
            AssignmentState soFar,
            List<AssignmentDecision> decisions,
            Collector<DispatchAssignment> out) {
        AssignmentState last = soFar;
        for (AssignmentDecision decision : decisions) {
            last = emit(decision, out);
        }
        return last;
    }

    private AssignmentState emit(AssignmentDecision decision, Collector<DispatchAssignment> out) {
        metrics.assigned(decision.assignment().task());
        out.collect(decision.assignment());
        return decision.book();
    }

    private boolean isTooLate(Reading reading, long watermark) {
        long validMs = settings.assigner().validForS() * 1_000;
        return reading.time().toEpochMilli() + validMs < watermark;
    }

    private AssignmentState bookSoFar(Context context) throws Exception {
        AssignmentState soFar = book.value();
        return soFar == null ? AssignmentState.empty(context.getCurrentKey()) : soFar;
    }
}
