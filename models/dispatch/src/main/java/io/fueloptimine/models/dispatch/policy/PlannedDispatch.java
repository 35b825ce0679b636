package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.TruckDispatch;
import io.fueloptimine.models.dispatch.fleet.Breakdowns;
import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.fleet.FleetReadings;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlanSchedule;
import io.fueloptimine.models.dispatch.plan.PlanTiming;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.LevelResiduals;
import io.fueloptimine.models.dispatch.price.MachineRatios;
import io.fueloptimine.models.dispatch.price.PriceSettings;
import io.fueloptimine.models.dispatch.price.PricedRoad;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The dispatch of this software in one process: the classes that job dispatch runs as operators,
 * with their state in memory. Plans are solved on the caller's thread, and take effect after the
 * latency that they have in the job. What each truck burns is learned from the tank levels in its
 * changes of state.
 */
public final class PlannedDispatch implements DispatchPolicy {

    private final FleetMachines machines;
    private final FleetTracker tracker;
    private final PlanSchedule schedule;
    private final FleetPlanner planner;
    private final TruckDispatch dispatch;
    private final Duration planLatency;
    private final boolean truckRatios;
    private final LevelResiduals levels;
    private final MachineRatios ratios = new MachineRatios(PriceSettings.DEFAULT);

    private final Set<String> down = new HashSet<>();
    private final Deque<Solved> solved = new ArrayDeque<>();
    private PlanTiming timing = PlanTiming.stopped();
    private AssignmentState assignments;
    private final Map<String, PricedRoad> roads = new TreeMap<>();
    private DispatchPlan lastPlan;

    /**
     * The settings of a run.
     *
     * @param planner limit the solver by nodes ({@link PlannerSettings#withMaxNodes}), so that
     *     plans do not depend on the computer's load
     * @param planLatency event time between the request for a plan and its effect
     * @param truckRatios whether what each truck burns corrects the prices of its trips
     */
    public record Settings(
            FleetSettings fleet,
            PlannerSettings planner,
            AssignerSettings assigner,
            Duration planLatency,
            boolean truckRatios) {

        /**
         * The settings of job dispatch, with a solver limited by 200 nodes and plans that take
         * effect after two seconds.
         */
        public static final Settings DEFAULT =
                new Settings(
                        FleetSettings.DEFAULT,
                        PlannerSettings.DEFAULT.withMaxNodes(200),
                        AssignerSettings.DEFAULT,
                        Duration.ofSeconds(2),
                        true);

        /** A copy in which surplus trucks keep working. */
        public Settings withoutParking() {
            return new Settings(
                    fleet, planner, assigner.withoutParking(), planLatency, truckRatios);
        }

        /** A copy that prices all trucks of a class alike. */
        public Settings withoutTruckRatios() {
            return new Settings(fleet, planner, assigner, planLatency, false);
        }

        /** A copy with another latency of plans. */
        public Settings withPlanLatency(Duration latency) {
            return new Settings(fleet, planner, assigner, latency, truckRatios);
        }
    }

    private record Solved(DispatchPlan plan, Instant effectiveAt) {}

    /**
     * @param work the faces and dumps to which trucks may be sent; asked at each plan and
     *     assignment
     */
    public PlannedDispatch(MineSite mine, Settings settings, OpenWork work) {
        machines = new FleetMachines(mine);
        tracker = new FleetTracker(mine, settings.fleet());
        schedule = new PlanSchedule(mine, tracker, settings.fleet());
        HaulModel hauls = new RoadHaulModel(mine);
        planner = new FleetPlanner(mine, settings.planner(), hauls, work);
        levels = new LevelResiduals(mine, hauls);
        dispatch = new TruckDispatch(mine, settings.fleet(), settings.assigner(), work);
        planLatency = settings.planLatency();
        truckRatios = settings.truckRatios();
        assignments = AssignmentState.empty(mine.site());
    }

    @Override
    public List<DispatchAssignment> accept(Reading reading) {
        if (!FleetReadings.isNeeded(reading) || !machines.sent(reading)) {
            return List.of();
        }
        List<DispatchAssignment> sent = new ArrayList<>();
        while (!solved.isEmpty() && !reading.time().isBefore(solved.peek().effectiveAt())) {
            take(dispatch.afterPlan(assignments, solved.poll().plan()), sent);
        }
        if (truckRatios) {
            levels.accept(reading).ifPresent(ratios::accept);
        }
        noteBreakdown(reading);
        take(dispatch.afterReading(assignments, reading, false), sent);
        planIfDue(reading.time());
        return sent;
    }

    @Override
    public void accept(PlanTrigger trigger) {
        assignments = assignments.with(tracker.withTrigger(assignments.fleet(), trigger));
        timing = timing.with(trigger);
    }

    /** Plans price trips at these speeds from the next one on, and trucks are assigned by them. */
    @Override
    public void accept(RoadExcess road) {
        roads.put(road.segmentId(), PricedRoad.of(road));
    }

    /** The latest plan, also when it has not taken effect; empty before the first plan. */
    public Optional<DispatchPlan> lastPlan() {
        return Optional.ofNullable(lastPlan);
    }

    private void take(TruckDispatch.Outcome outcome, List<DispatchAssignment> sent) {
        assignments = outcome.state();
        sent.addAll(outcome.assignments());
    }

    private void noteBreakdown(Reading reading) {
        if (reading.state() == null) {
            return;
        }
        Breakdowns.trigger(reading, down.contains(reading.machineId()))
                .ifPresent(
                        trigger -> {
                            if (trigger.cause() == PlanCause.MACHINE_DOWN) {
                                down.add(trigger.subject());
                            } else {
                                down.remove(trigger.subject());
                            }
                            accept(trigger);
                        });
    }

    private void planIfDue(Instant now) {
        FleetState fleet = assignments.fleet();
        Optional<PlanTrigger> due =
                timing.started() ? schedule.next(fleet, timing) : schedule.first(fleet);
        if (due.isPresent()) {
            timing = PlanTiming.requestedAt(fleet.clock().at());
            List<SegmentSpeed> speeds = speedsAt(fleet.clock().at());
            levels.priceAt(speeds);
            PlanRequest request =
                    schedule.request(due.get(), fleet)
                            .with(ratios.at(fleet.clock().at()).withSpeeds(speeds))
                            .withNeeded(dispatch.trucksInService(assignments, fleet.clock().at()));
            lastPlan = solve(request);
            solved.add(new Solved(lastPlan, now.plus(planLatency)));
        }
    }

    private List<SegmentSpeed> speedsAt(Instant time) {
        return roads.values().stream().flatMap(road -> road.speedsAt(time).stream()).toList();
    }

    /** As in job dispatch, the fixed pairs are the plan when the solver fails. */
    private DispatchPlan solve(PlanRequest request) {
        try {
            return planner.plan(request.situation(), request.trigger());
        } catch (RuntimeException e) {
            return planner.planFixedPairs(request.situation(), request.trigger());
        }
    }
}
