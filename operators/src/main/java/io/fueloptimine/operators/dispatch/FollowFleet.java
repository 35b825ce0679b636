package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlanSchedule;
import io.fueloptimine.models.dispatch.plan.PlanTiming;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the state of each site's fleet and requests the plans that are due ({@link PlanSchedule}).
 * Intervals are measured in the event time of the fleet ({@code FleetClock}) and not by watermarks,
 * because waiting for a watermark would delay each plan.
 *
 * <p>The readings are of trucks and loading units of the mine file ({@link DispatchReadings}).
 * State per site: one {@link FleetState} and one {@link PlanTiming}, without expiry.
 */
final class FollowFleet extends KeyedCoProcessFunction<String, Reading, PlanTrigger, PlanRequest> {

    private static final long serialVersionUID = 2;

    private final MineSites mines;
    private final DispatchSettings settings;
    private transient Map<String, FleetTracker> trackers;
    private transient Map<String, PlanSchedule> schedules;
    private transient ValueState<FleetState> fleet;
    private transient ValueState<PlanTiming> clock;

    FollowFleet(MineSites mines, DispatchSettings settings) {
        this.mines = mines;
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        trackers = new HashMap<>();
        schedules = new HashMap<>();
        mines.bySite().forEach(this::follow);
        fleet = getRuntimeContext().getState(new ValueStateDescriptor<>("fleet", FleetState.class));
        clock =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("plan-clock", PlanTiming.class));
    }

    private void follow(String site, MineSite mine) {
        FleetTracker tracker = new FleetTracker(mine, settings.fleet());
        trackers.put(site, tracker);
        schedules.put(site, new PlanSchedule(mine, tracker, settings.fleet()));
    }

    @Override
    public void processElement1(Reading reading, Context context, Collector<PlanRequest> out)
            throws Exception {
        FleetState now = trackerOf(context).withReading(fleetSoFar(), reading);
        fleet.update(now);
        requestIfDue(context.getCurrentKey(), now, out);
    }

    @Override
    public void processElement2(PlanTrigger trigger, Context context, Collector<PlanRequest> out)
            throws Exception {
        FleetState now = trackerOf(context).withTrigger(fleetSoFar(), trigger);
        fleet.update(now);
        clock.update(timingSoFar().with(trigger));
        requestIfDue(context.getCurrentKey(), now, out);
    }

    private void requestIfDue(String site, FleetState now, Collector<PlanRequest> out)
            throws Exception {
        PlanSchedule schedule = schedules.get(site);
        PlanTiming timing = timingSoFar();
        Optional<PlanTrigger> due =
                timing.started() ? schedule.next(now, timing) : schedule.first(now);
        if (due.isPresent()) {
            clock.update(PlanTiming.requestedAt(now.clock().at()));
            out.collect(schedule.request(due.get(), now));
        }
    }

    private FleetTracker trackerOf(Context context) {
        return trackers.get(context.getCurrentKey());
    }

    private FleetState fleetSoFar() throws Exception {
        FleetState state = fleet.value();
        return state == null ? FleetState.blank() : state;
    }

    private PlanTiming timingSoFar() throws Exception {
        PlanTiming state = clock.value();
        return state == null ? PlanTiming.stopped() : state;
    }
}
