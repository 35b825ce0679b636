package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.models.dispatch.policy.DispatchPolicy;
import io.fueloptimine.models.dispatch.policy.PlannedDispatch;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run of the simulated mine in which another policy takes over at a time, as when a mine begins
 * to follow a new dispatch. The second policy starts without knowledge of what happened before. Not
 * thread-safe.
 */
public final class SwitchedRun {

    private final RunSettings settings;
    private final long seed;

    /**
     * @param settings mine, span and latencies
     * @param seed the seed of the mine
     */
    public SwitchedRun(RunSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * Runs the mine to the end of the span.
     *
     * @param first the policy from the start
     * @param second the policy from the given time on
     * @param switchAfter time from the start to the switch
     * @param observer receives what happens
     * @param clock receives the time (UTC) of each second before what happens in it
     */
    public void run(
            PolicyName first,
            PolicyName second,
            Duration switchAfter,
            MineObserver observer,
            Consumer<Instant> clock) {
        List<MachineMessage> produced = new ArrayList<>();
        OrdersUnderWay orders = new OrdersUnderWay(settings.latency());
        DispatchedReadings readings = new DispatchedReadings(settings.mine().site());
        clock.accept(PitSettings.DEFAULT_START);
        Pit pit = pit(produced, observer);
        DispatchPolicy policy = policy(first, pit);
        Instant start = PitSettings.DEFAULT_START;
        Instant end = start.plus(settings.span());
        for (Instant now = start; now.isBefore(end); ) {
            if (now.equals(start.plus(switchAfter)) && first != second) {
                policy = policy(second, pit);
            }
            clock.accept(now);
            now = now.plusSeconds(1);
            pit.advanceTo(now);
            orders.deliverUntil(now, pit::obey);
            for (MachineMessage message : produced) {
                DispatchPolicy active = policy;
                readings.of(message)
                        .ifPresent(reading -> orders.send(active.accept(reading), reading.time()));
            }
            produced.clear();
        }
    }

    private Pit pit(List<MachineMessage> produced, MineObserver observer) {
        return new Pit(
                settings.mine(),
                new PitSettings(seed, PitSettings.DEFAULT_START, false),
                new ScenarioConditions(
                        Variant.BASE.scenario(settings.mine(), settings.span(), seed),
                        PitSettings.DEFAULT_START),
                produced::add,
                observer);
    }

    private DispatchPolicy policy(PolicyName name, Pit pit) {
        return name.create(
                settings.mine(),
                PlannedDispatch.Settings.DEFAULT.withPlanLatency(settings.planLatency()),
                new PlannedWork(pit));
    }
}
