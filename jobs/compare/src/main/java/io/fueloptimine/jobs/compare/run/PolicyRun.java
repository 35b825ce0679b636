package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.lever.ActiveLever;
import io.fueloptimine.jobs.compare.lever.LeverConditions;
import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.observation.PitCounts;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.scenario.ScenarioConditions;
import io.fueloptimine.models.dispatch.bound.HauledLoad;
import io.fueloptimine.models.dispatch.bound.ShiftBound;
import io.fueloptimine.models.dispatch.policy.DispatchPolicy;
import io.fueloptimine.models.dispatch.policy.PlannedDispatch;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One run of the simulated mine under one policy.
 *
 * <p>The mine runs without telemetry and without a broker. Dispatch receives each change of state
 * and each reply in the order of their times, as decoded readings, and its orders reach the trucks
 * after the latency of the settings. The result depends on the arguments only, and not on the speed
 * of the host. Not thread-safe.
 */
public final class PolicyRun {

    /** Time between two telemetry messages of a machine for levers that need them. */
    private static final Duration SAMPLING = Duration.ofSeconds(5);

    private final RunSettings settings;
    private final PolicyName policy;
    private final Variant variant;
    private final long seed;
    private final RunObserver observer;
    private final List<ActiveLever> levers;
    private final List<MachineMessage> produced = new ArrayList<>();
    private final DispatchedReadings readings;
    private final OrdersUnderWay orders;
    private final Pit pit;
    private final DispatchPolicy dispatch;

    /** Prepares a run of a policy as it is shipped, without levers beside it. */
    public PolicyRun(RunSettings settings, PolicyName policy, Variant variant, long seed) {
        this(settings, policy, variant, seed, Set.of(Lever.PARKING, Lever.DRIFTED_TRUCKS));
    }

    /** Prepares a run with levers. */
    public PolicyRun(
            RunSettings settings,
            PolicyName policy,
            Variant variant,
            long seed,
            Set<Lever> switchedOn) {
        this.settings = settings;
        this.policy = policy;
        this.variant = variant;
        this.seed = seed;
        observer = new RunObserver(seed);
        MineSite mine = settings.mine();
        readings = new DispatchedReadings(mine.site());
        orders = new OrdersUnderWay(settings.latency());
        levers =
                switchedOn.stream().sorted().flatMap(lever -> lever.active(mine).stream()).toList();
        boolean telemetry = levers.stream().anyMatch(ActiveLever::needsTelemetry);
        pit =
                new Pit(
                        mine,
                        new PitSettings(
                                seed,
                                PitSettings.DEFAULT_START,
                                telemetry ? SAMPLING : Duration.ZERO),
                        new LeverConditions(
                                new ScenarioConditions(
                                        variant.scenario(mine, settings.span(), seed),
                                        PitSettings.DEFAULT_START),
                                levers),
                        produced::add,
                        new RunAndLeverObserver(observer, levers));
        dispatch = policy.create(mine, dispatchSettings(switchedOn), new PlannedWork(pit));
    }

    private PlannedDispatch.Settings dispatchSettings(Set<Lever> switchedOn) {
        PlannedDispatch.Settings dispatched =
                PlannedDispatch.Settings.DEFAULT.withPlanLatency(settings.planLatency());
        if (!switchedOn.contains(Lever.PARKING)) {
            dispatched = dispatched.withoutParking();
        }
        if (!switchedOn.contains(Lever.DRIFTED_TRUCKS)) {
            dispatched = dispatched.withoutTruckRatios();
        }
        return dispatched;
    }

    /** Runs the mine to the end of the span. May be called once. */
    public RunResult result() {
        Instant end = PitSettings.DEFAULT_START.plus(settings.span());
        readProduced();
        for (Instant now = PitSettings.DEFAULT_START; now.isBefore(end); ) {
            now = now.plusSeconds(1);
            pit.advanceTo(now);
            orders.deliverUntil(now, pit::obey);
            readProduced();
            for (ActiveLever lever : levers) {
                lever.act(now, pit);
                lever.learnedRoads(now).forEach(dispatch::accept);
            }
        }
        PitCounts counts = pit.counts();
        EmptyTravelOracle oracle = new EmptyTravelOracle(settings.mine());
        List<HauledLoad> trips = observer.emptyTrips().afterDumping();
        return new RunResult(
                policy.text(),
                variant.wireName(),
                seed,
                settings.span().toMillis() / 3.6e6,
                counts.burntL(),
                observer.hauled(),
                observer.times(),
                observer.hangHours(),
                HeadGrade.of(settings.mine().digPlan(), observer.hauled()),
                counts.accepted(),
                counts.rejected(),
                oracle.metres(trips),
                oracle.leastMetres(trips));
    }

    /** The empty travel of each shift up to now and the least for the same loads and dumps. */
    public List<ShiftBound> emptyTravel() {
        return new EmptyTravelOracle(settings.mine()).perShift(observer.emptyTrips().loads());
    }

    private void readProduced() {
        for (MachineMessage message : produced) {
            levers.forEach(lever -> lever.accept(message));
            readings.of(message).ifPresent(this::read);
        }
        produced.clear();
    }

    private void read(Reading reading) {
        orders.send(dispatch.accept(reading), reading.time());
        levers.forEach(lever -> lever.accept(reading));
    }
}
