package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.FleetState;
import io.fueloptimine.models.dispatch.FleetTracker;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the state of the fleet per site and requests a plan at the start, on every trigger, and
 * when the interval between plans has passed. The interval is measured in the fleet's own event
 * time ({@code FleetClock}), because waiting for a watermark would delay each plan. State: one
 * {@link FleetState} and one {@link PlanTiming} per site, without expiry.
 */
final class FollowFleet extends KeyedCoProcessFunction<String, Reading, PlanTrigger, PlanRequest> {

    private static final long serialVersionUID = 1;

    private final MineSites mines;
    private final DispatchSettings settings;
    private transient Map<String, FleetTracker> watches;
    private transient ValueState<FleetState> fleet;
    private transient ValueState<PlanTiming> clock;

    FollowFleet(MineSites mines, DispatchSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        watches = new HashMap<>();
        mines.bySite()
                .forEach(
                        (site, mine) ->
                                watches.put(
                                        site,
                                        new FleetTracker(
                                                mine,
                                                settings.silentAfterS(),
                                                settings.wetRoadResistancePct())));
        fleet =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("fleet-fleet", FleetState.class));
        clock =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("plan-clock", PlanTiming.class));
    }

    @Override
    public void processElement1(Reading reading, Context context, Collector<PlanRequest> out)
            throws Exception {
        FleetState now = watchOf(context).withReading(pictureSoFar(), reading);
        fleet.update(now);
        requestIfDue(context.getCurrentKey(), now, out);
    }

    @Override
    public void processElement2(PlanTrigger trigger, Context context, Collector<PlanRequest> out)
            throws Exception {
        FleetState now = watchOf(context).withTrigger(pictureSoFar(), trigger);
        fleet.update(now);
        clock.update(clockSoFar().with(trigger));
        requestIfDue(context.getCurrentKey(), now, out);
    }

    private void requestIfDue(String site, FleetState now, Collector<PlanRequest> out)
            throws Exception {
        Instant at = now.clock().at();
        if (at == null) {
            return;
        }
        PlanTiming state = clockSoFar();
        Optional<PlanTrigger> due =
                state.started() ? state.due(site, at, settings) : start(site, now, at);
        if (due.isPresent()) {
            clock.update(new PlanTiming(at, null));
            out.collect(new PlanRequest(watches.get(site).situation(now), due.get()));
        }
    }

    private Optional<PlanTrigger> start(String site, FleetState now, Instant at) {
        boolean waitedLongEnough =
                !at.isBefore(now.clock().firstAt().plusSeconds(settings.startAfterS()));
        return waitedLongEnough || watches.get(site).hasEveryTruck(now)
                ? Optional.of(new PlanTrigger(site, PlanCause.START, null, at))
                : Optional.empty();
    }

    private FleetTracker watchOf(Context context) {
        return watches.get(context.getCurrentKey());
    }

    private FleetState pictureSoFar() throws Exception {
        FleetState state = fleet.value();
        return state == null ? FleetState.blank() : state;
    }

    private PlanTiming clockSoFar() throws Exception {
        PlanTiming state = clock.value();
        return state == null ? PlanTiming.stopped() : state;
    }
}
