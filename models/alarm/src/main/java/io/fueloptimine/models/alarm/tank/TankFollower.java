package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.alarm.AlarmDelay;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.mine.consumption.FuelReconciliation;
import io.fueloptimine.models.mine.consumption.TankEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the tank of a machine minute by minute: finds refuellings and step losses, raises thefts,
 * leaks and wrong meters, and reconciles the fuel between two refuellings. Everything known of a
 * machine is in its {@link TankState}; the follower itself is immutable and serves all machines.
 *
 * <p>Minutes must come in order of time. Messages of fuel bays and expectations of windows may come
 * in any order, late and repeatedly.
 */
public final class TankFollower implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Share of a minute at a standstill from which on the machine stood. */
    private static final double STANDING_SHARE = 0.9;

    /** Minutes without a further fall after which a step loss is over. */
    private static final int DRAIN_CALM_MIN = 10;

    /** Growth of a step loss that is no noise, % of the tank. */
    private static final double GROWTH_PCT = 0.3;

    /** Time after which a loss that still grows is no theft but a leak, ms. */
    private static final long LONGEST_THEFT_MS = 90 * 60_000L;

    /** Time for which a message of a fuel bay waits for the level, ms. */
    private static final long BAY_WAIT_MS = 15 * 60_000L;

    private static final long HALF_BLOCK_MS = 5 * 60_000L;

    /** Standard error of a fuel rate from the CAN bus, as a share. */
    private static final double RATE_ERROR = 0.08;

    private static final int MAX_EXPECTED = 120;
    private static final int MAX_CLOSED = 4;

    private final TankSettings settings;
    private final Places places;

    public TankFollower(TankSettings settings, Places places) {
        this.settings = settings;
        this.places = places;
    }

    /**
     * Follows one minute. A minute that is not newer than the one before is ignored.
     *
     * @param tankL capacity of the tank, L
     */
    public void minute(TankState state, MachineMinute minute, double tankL, TankOutput out) {
        long atMs = minute.end().toEpochMilli();
        state.tankL = tankL;
        TankMinute before = state.last();
        if (before != null && atMs <= before.atMs()) {
            return;
        }
        state.metered = state.metered.with(atMs, minute.totalFuelUsedL(), minute.fuelRateLph());
        settle(state, minute, tankL, out);
        if (minute.fuelLevelPct() == null) {
            return;
        }
        boolean standing = minute.standingShare() >= STANDING_SHARE;
        if (standing) {
            state.place = places.near(minute.site(), minute.eastingM(), minute.northingM());
        }
        boolean known = before == null || state.metered.continuous();
        state.segment += known ? 0 : 1;
        boolean off = minute.engineOnShare() == 0;
        double levelL = minute.fuelLevelPct() / 100 * tankL;
        TankMinute now =
                new TankMinute(atMs, state.segment, levelL, state.metered.totalL(), standing, off);
        state.add(now);
        if (state.interval != null && before != null) {
            state.interval = state.interval.withMinute(off ? atMs - before.atMs() : 0, known);
        }
        state.steps = state.steps.with(now, tankL);
        followDrain(state, minute, now, tankL, out);
        LevelSteps.Step step = state.steps.ended(tankL);
        if (step != null) {
            endStep(state, minute, step, tankL, out);
        }
        followLeak(state, minute, state.last(), tankL, out);
    }

    /** Follows a message of a fuel bay about the machine. */
    public void bay(
            TankState state,
            String site,
            String machineId,
            BayFill bay,
            double tankL,
            TankOutput out) {
        Fills.Change change = state.fills.with(bay);
        state.fills = change.fills();
        if (change.changed() == null) {
            return;
        }
        out.event(new TankEvents(settings).of(site, machineId, change.changed(), tankL));
        for (ClosedInterval closed : state.closed) {
            if (closed.reported() && closed.interval().fillIdMs() == change.changed().idMs()) {
                out.interval(
                        new Reconciler(settings)
                                .of(
                                        site,
                                        machineId,
                                        closed.interval(),
                                        state.leakAtMs >= closed.interval().fromMs(),
                                        change.changed(),
                                        tankL));
            }
        }
    }

    /** Follows the expectation of a window; a revision or repeat replaces the one before. */
    public void expected(TankState state, ExpectedMinute expected) {
        ExpectedMinute old = null;
        long newestMs = expected.startMs();
        for (ExpectedMinute known : state.expected) {
            old = known.startMs() == expected.startMs() ? known : old;
            newestMs = Math.max(newestMs, known.startMs());
        }
        if (old == null && expected.startMs() < newestMs - MAX_EXPECTED * 60_000L) {
            return;
        }
        double moreL = expected.expectedL() - (old == null ? 0 : old.expectedL());
        double moreS = expected.coveredS() - (old == null ? 0 : old.coveredS());
        state.expected.remove(old);
        state.expected.add(expected);
        if (state.expected.size() > MAX_EXPECTED) {
            state.expected.remove(0);
        }
        if (state.interval != null) {
            state.interval = state.interval.withExpected(expected.startMs(), moreL, moreS);
        }
        state.closed.replaceAll(
                closed ->
                        new ClosedInterval(
                                closed.dueMs(),
                                closed.reported(),
                                closed.interval().withExpected(expected.startMs(), moreL, moreS)));
    }

    private void settle(TankState state, MachineMinute minute, double tankL, TankOutput out) {
        long atMs = minute.end().toEpochMilli();
        Fills.Change change = state.fills.waitedUntil(atMs - BAY_WAIT_MS);
        while (change.changed() != null) {
            state.fills = change.fills();
            out.event(event(minute, change.changed(), tankL));
            change = state.fills.waitedUntil(atMs - BAY_WAIT_MS);
        }
        for (int i = 0; i < state.closed.size(); i++) {
            ClosedInterval closed = state.closed.get(i);
            if (!closed.reported() && atMs >= closed.dueMs()) {
                state.closed.set(i, new ClosedInterval(closed.dueMs(), true, closed.interval()));
                report(state, minute, closed.interval(), tankL, out);
            }
        }
    }

    private void report(
            TankState state,
            MachineMinute minute,
            FuelInterval interval,
            double tankL,
            TankOutput out) {
        for (KnownFill fill : state.fills.known()) {
            if (fill.idMs() == interval.fillIdMs()) {
                FuelReconciliation reconciled =
                        new Reconciler(settings)
                                .of(
                                        minute.site(),
                                        minute.machineId(),
                                        interval,
                                        state.leakAtMs >= interval.fromMs(),
                                        fill,
                                        tankL);
                out.interval(reconciled);
                AlarmSignal signal = TankSignals.bias(minute, reconciled);
                if (signal != null && (signal.present() || state.meter == null)) {
                    out.signal(signal);
                }
            }
        }
    }

    private void followDrain(
            TankState state, MachineMinute minute, TankMinute now, double tankL, TankOutput out) {
        if (state.drain == null) {
            state.drain =
                    new StandingLoss(settings)
                            .found(state.minutes, state.drainsSinceMs, state.leak.leakLph(), tankL);
            state.drainCalmMin = 0;
            if (state.drain != null) {
                report(state, minute, tankL, out);
            }
            return;
        }
        OpenDrain drain = state.drain;
        double nowL = TankMinute.median(TankMinute.last(state.minutes, 3));
        double lostL = drain.beforeBalanceL() - nowL;
        boolean parked = now.standing() && now.engineOff();
        if (parked && lostL > drain.litres() + GROWTH_PCT / 100 * tankL) {
            state.drain =
                    new OpenDrain(
                            drain.fromMs(),
                            drain.beforeBalanceL(),
                            drain.beforeL(),
                            now.atMs(),
                            lostL,
                            nowL - now.meteredL());
            state.drainCalmMin = 0;
            report(state, minute, tankL, out);
            if (now.atMs() - drain.fromMs() >= LONGEST_THEFT_MS) {
                becomeLeak(state, now);
            }
        } else if (++state.drainCalmMin >= DRAIN_CALM_MIN || !parked) {
            endDrain(state, now);
        }
    }

    /** A loss that goes on at a steady rate is a leak. */
    private static void becomeLeak(TankState state, TankMinute now) {
        double hours = (now.atMs() - state.drain.fromMs()) / 3_600_000.0;
        double lph = state.drain.litres() / hours;
        state.leak = new LeakState(new AlarmDelay(0, 0, true), lph, state.leak.slow());
        leaveDrain(state, now, now.atMs());
    }

    private void report(TankState state, MachineMinute minute, double tankL, TankOutput out) {
        out.signal(TankSignals.theft(minute, state.drain, state.place, tankL));
        out.event(
                new TankEvents(settings)
                        .of(minute.site(), minute.machineId(), state.drain, state.place, tankL));
    }

    private static void endDrain(TankState state, TankMinute now) {
        if (state.interval != null) {
            state.interval = state.interval.withDrained(state.drain.litres());
        }
        leaveDrain(state, now, state.drain.nowMs());
    }

    /** Takes the loss out of the balance: a new part of the balance begins after it. */
    private static void leaveDrain(TankState state, TankMinute now, long endMs) {
        state.blocks = state.blocks.before(state.drain.fromMs() - HALF_BLOCK_MS);
        state.drainsSinceMs = endMs;
        state.drain = null;
        state.beginSegment(endMs);
        state.steps = new LevelSteps(List.of(now), List.of());
    }

    private void endStep(
            TankState state,
            MachineMinute minute,
            LevelSteps.Step step,
            double tankL,
            TankOutput out) {
        state.steps = state.steps.settled();
        boolean lasting = Math.abs(step.riseL()) >= LevelSteps.BEGIN_PCT / 100 * tankL;
        boolean standingFall = step.riseL() < 0 && step.stood();
        if (!lasting || standingFall) {
            return;
        }
        boolean fill = step.stood() && step.riseL() >= settings.fillPct() / 100 * tankL;
        if (fill && state.drain != null) {
            endDrain(state, state.last());
        }
        if (fill) {
            endInterval(state, minute, step, tankL, out);
        }
        state.beginSegment(step.toMs());
    }

    private void endInterval(
            TankState state,
            MachineMinute minute,
            LevelSteps.Step step,
            double tankL,
            TankOutput out) {
        KnownFill byLevel =
                new KnownFill(
                        step.fromMs(),
                        step.fromMs(),
                        step.toMs(),
                        step.riseL(),
                        step.beforeL() / tankL * 100,
                        step.afterL() / tankL * 100,
                        state.place,
                        List.of());
        Fills.Change change = state.fills.with(byLevel);
        state.fills = change.fills();
        out.event(event(minute, change.changed(), tankL));
        if (state.interval != null) {
            long fromMs = state.interval.fromMs();
            List<BalanceBlock> blocks =
                    state.blocks.blocks().stream().filter(block -> block.atMs() >= fromMs).toList();
            LossEstimate loss = LossFit.of(blocks, fromMs, meterError(state));
            FuelInterval ended = state.interval.endedBy(step, change.changed().idMs(), loss);
            List<ClosedInterval> closed =
                    new ArrayList<>(
                            state.closed.subList(
                                    Math.max(0, state.closed.size() - MAX_CLOSED + 1),
                                    state.closed.size()));
            long dueMs = minute.end().toEpochMilli() + settings.settleMin() * 60_000L;
            closed.add(new ClosedInterval(dueMs, false, ended));
            state.closed = closed;
        }
        state.interval = FuelInterval.since(step.toMs(), step.afterL(), step.meteredAfterL());
    }

    private TankEvent event(MachineMinute minute, KnownFill fill, double tankL) {
        return new TankEvents(settings).of(minute.site(), minute.machineId(), fill, tankL);
    }

    private void followLeak(
            TankState state, MachineMinute minute, TankMinute now, double tankL, TankOutput out) {
        if (state.drain != null) {
            return;
        }
        LeakRule rule = new LeakRule(settings);
        boolean raised = state.leak.raised();
        state.leak = rule.fast(state.leak, state.minutes, tankL);
        if (state.steps.isCalm()) {
            boolean complete = state.blocks.isOver(now);
            state.blocks = state.blocks.with(now, settings, tankL);
            if (complete) {
                followMeter(state, minute, tankL, out);
                // What a wrong meter explains is no slow leak.
                state.leak =
                        state.meter == null
                                ? rule.slow(state.leak, state.blocks.blocks(), meterError(state))
                                : state.leak.withoutSlow();
            }
        }
        if (state.leak.raised()) {
            state.leakAtMs = now.atMs();
            out.signal(TankSignals.leak(minute, state.leak, tankL));
        } else if (raised) {
            // The loss before the repair must not raise the leak again.
            state.blocks = BalanceBlocks.NONE;
            out.signal(TankSignals.noLeak(minute));
        }
    }

    private void followMeter(TankState state, MachineMinute minute, double tankL, TankOutput out) {
        MeterBias before = state.meter;
        state.meter = new MeterRule(settings).next(before, state.blocks.blocks(), tankL);
        if (state.meter != null) {
            out.signal(TankSignals.bias(minute, state.meter));
        } else if (before != null) {
            out.signal(TankSignals.noBias(minute));
        }
    }

    private double meterError(TankState state) {
        List<CounterPoint> points = state.metered.points();
        boolean counted = points.get(points.size() - 1).counterL() != null;
        return counted ? settings.counterErrorPct() / 100 : RATE_ERROR;
    }
}
