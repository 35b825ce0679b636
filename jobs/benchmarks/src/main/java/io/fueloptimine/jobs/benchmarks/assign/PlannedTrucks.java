package io.fueloptimine.jobs.benchmarks.assign;

import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.TruckDispatch;
import io.fueloptimine.models.dispatch.fleet.FleetReadings;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlanSchedule;
import io.fueloptimine.models.dispatch.plan.PlanTiming;
import io.fueloptimine.models.dispatch.policy.PlannedDispatch;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Optional;

/** The assignment of job dispatch, with plans that are made outside the measured calls. */
final class PlannedTrucks implements AssignBench.Dispatch {

    private final FleetPlanner planner;
    private final PlanSchedule schedule;
    private final TruckDispatch dispatch;
    private AssignmentState state;
    private PlanTiming timing = PlanTiming.stopped();

    PlannedTrucks(MineSite mine) {
        PlannedDispatch.Settings settings = PlannedDispatch.Settings.DEFAULT;
        FleetTracker tracker = new FleetTracker(mine, settings.fleet());
        planner = new FleetPlanner(mine, settings.planner(), new RoadHaulModel(mine), OpenWork.ALL);
        schedule = new PlanSchedule(mine, tracker, settings.fleet());
        dispatch = new TruckDispatch(mine, settings.fleet(), settings.assigner());
        state = AssignmentState.empty(mine.site());
    }

    @Override
    public List<DispatchAssignment> accept(Reading reading) {
        if (!FleetReadings.isNeeded(reading)) {
            return List.of();
        }
        TruckDispatch.Outcome outcome = dispatch.afterReading(state, reading, false);
        state = outcome.state();
        return outcome.assignments();
    }

    @Override
    public void planIfDue() {
        FleetState fleet = state.fleet();
        Optional<PlanTrigger> due =
                timing.started() ? schedule.next(fleet, timing) : schedule.first(fleet);
        if (due.isPresent()) {
            timing = PlanTiming.requestedAt(fleet.clock().at());
            PlanRequest request = schedule.request(due.get(), fleet);
            state =
                    dispatch.afterPlan(state, planner.plan(request.situation(), request.trigger()))
                            .state();
        }
    }
}
