package io.fueloptimine.jobs.backtest.run;

import io.fueloptimine.jobs.backtest.mine.ShiftActivities;
import io.fueloptimine.jobs.backtest.mine.ShiftConditions;
import io.fueloptimine.jobs.backtest.mine.ShiftMine;
import io.fueloptimine.jobs.backtest.mine.ShiftRules;
import io.fueloptimine.jobs.compare.run.DispatchedReadings;
import io.fueloptimine.jobs.compare.run.OrdersUnderWay;
import io.fueloptimine.jobs.compare.run.PlannedWork;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.models.dispatch.policy.DispatchPolicy;
import io.fueloptimine.models.dispatch.policy.PlannedDispatch;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of one shift. The result depends on the arguments only, and not on the speed of the host.
 * Not thread-safe.
 */
public final class ShiftRun {

    private static final Duration ORDER_LATENCY = Duration.ofSeconds(3);
    private static final Duration PLAN_LATENCY = Duration.ofSeconds(5);

    /** Long enough for the last cycle of every truck to end. */
    private static final Duration SPAN = Duration.ofHours(18);

    private final ShiftPolicy policy;
    private final long seed;
    private final ShiftObserver observer;
    private final List<MachineMessage> produced = new ArrayList<>();
    private final DispatchedReadings readings;
    private final OrdersUnderWay orders = new OrdersUnderWay(ORDER_LATENCY);
    private final Pit pit;
    private final DispatchPolicy dispatch;

    /** Prepares a run. */
    public ShiftRun(ShiftMine mine, ShiftPolicy policy, ShiftRules rules, long seed) {
        this.policy = policy;
        this.seed = seed;
        observer = new ShiftObserver(mine);
        readings = new DispatchedReadings(mine.site().site());
        MineSite site = rules.stopAtTonnes() ? mine.site() : mine.site().withDigPlan(DigPlan.of());
        pit =
                new Pit(
                        site,
                        new PitSettings(seed, ShiftMine.START, false),
                        new ShiftConditions(mine, rules, policy.policy().isPresent()),
                        new ShiftActivities(mine),
                        produced::add,
                        observer);
        dispatch =
                policy.create(
                        mine,
                        PlannedDispatch.Settings.DEFAULT.withPlanLatency(PLAN_LATENCY),
                        new PlannedWork(pit));
    }

    /** Runs the shift until its last truck has stopped. May be called once. */
    public ShiftResult result() {
        Instant end = ShiftMine.START.plus(SPAN);
        readProduced();
        for (Instant now = ShiftMine.START; now.isBefore(end); ) {
            now = now.plusSeconds(1);
            pit.advanceTo(now);
            orders.deliverUntil(now, pit::obey);
            readProduced();
        }
        return observer.result(policy, seed, pit.counts().rejected());
    }

    private void readProduced() {
        for (MachineMessage message : produced) {
            readings.of(message)
                    .ifPresent(reading -> orders.send(dispatch.accept(reading), reading.time()));
        }
        produced.clear();
    }
}
