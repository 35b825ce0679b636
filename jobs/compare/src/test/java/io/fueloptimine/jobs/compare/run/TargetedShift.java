package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.fleet.FleetMachines;
import io.fueloptimine.models.dispatch.fleet.FleetReadings;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.site.SiteDispatch;
import io.fueloptimine.models.dispatch.site.SiteOutcome;
import io.fueloptimine.models.dispatch.site.SiteState;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A shift of the simulated mine under the dispatch of a site as job dispatch runs it, with targets
 * of people. Plans are in force at once.
 */
final class TargetedShift implements MineObserver {

    /** Length of the shift, h. */
    static final int HOURS = 12;

    private static final Instant START = PitSettings.DEFAULT_START;
    private static final Duration SPAN = Duration.ofHours(HOURS);

    private final List<HauledLoad> loads = new ArrayList<>();
    private final List<DispatchAssignment> assignments = new ArrayList<>();
    private final List<MachineMessage> produced = new ArrayList<>();
    private final OrdersUnderWay orders = new OrdersUnderWay(Duration.ofSeconds(3));
    private final DispatchedReadings readings;
    private final FleetMachines machines;
    private final FleetPlanner planner;
    private final SiteDispatch dispatch;
    private final Pit pit;
    private SiteState state;

    private TargetedShift(MineSite mine, Variant variant, long seed) {
        readings = new DispatchedReadings(mine.site());
        machines = new FleetMachines(mine);
        planner = new FleetPlanner(mine, PlannerSettings.DEFAULT.withMaxNodes(50));
        dispatch = new SiteDispatch(mine, FleetSettings.DEFAULT, AssignerSettings.DEFAULT);
        state = SiteState.empty(mine.site());
        pit =
                new Pit(
                        mine,
                        new PitSettings(seed, START, Duration.ZERO),
                        new ScenarioConditions(variant.scenario(mine, SPAN, seed), START),
                        produced::add,
                        this);
    }

    /** Runs a shift. */
    static TargetedShift of(
            MineSite mine, Variant variant, long seed, List<DispatchTarget.Item> items) {
        TargetedShift shift = new TargetedShift(mine, variant, seed);
        if (!items.isEmpty()) {
            shift.follow(
                    shift.dispatch.afterTarget(
                            shift.state,
                            new DispatchTarget(
                                    "T", mine.site(), START, START.plus(SPAN), items, "u", "r")));
        }
        shift.run();
        return shift;
    }

    private void run() {
        read();
        for (Instant now = START; now.isBefore(START.plus(SPAN)); ) {
            now = now.plusSeconds(1);
            pit.advanceTo(now);
            orders.deliverUntil(now, pit::obey);
            read();
        }
    }

    private void read() {
        for (MachineMessage message : produced) {
            readings.of(message)
                    .filter(FleetReadings::isNeeded)
                    .filter(machines::sent)
                    .ifPresent(this::accept);
        }
        produced.clear();
    }

    private void accept(Reading reading) {
        SiteOutcome outcome = dispatch.afterReading(state, reading, false);
        orders.send(outcome.assignments(), reading.time());
        follow(outcome);
    }

    private void follow(SiteOutcome outcome) {
        state = outcome.state();
        assignments.addAll(outcome.assignments());
        if (outcome.request() != null) {
            PlanRequest request = outcome.request();
            follow(dispatch.afterPlan(state, planner.plan(request.situation(), request.trigger())));
        }
    }

    @Override
    public void hauled(HauledLoad load) {
        loads.add(load);
    }

    /** Tonnes of the loads that were dumped in the shift, t. */
    double tonnes(Predicate<HauledLoad> of) {
        return loads.stream().filter(of).mapToDouble(HauledLoad::tonnes).sum();
    }

    /** The most by which the tonnes dumped since the start were above a rate at any time, t. */
    double mostAboveT(Predicate<HauledLoad> of, double tph) {
        double tonnes = 0;
        double most = 0;
        for (HauledLoad load : loads) {
            if (of.test(load)) {
                tonnes += load.tonnes();
                double hours = (load.atMs() - START.toEpochMilli()) / 3.6e6;
                most = Math.max(most, tonnes - tph * hours);
            }
        }
        return most;
    }

    /** The assignments that were sent. */
    List<DispatchAssignment> assignments() {
        return assignments;
    }
}
