package io.fueloptimine.jobs.simulator.station;

import io.fueloptimine.jobs.simulator.behaviour.Breakdowns;
import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.random.MachineRandom;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.MachinePublisher;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A shovel or loader at its face. The unit loads one truck at a time, in order of arrival. When the
 * queue is empty, the unit waits for a truck; this time is hang time. After some waiting the unit
 * cleans up its face; this time does not count as hang time. The unit breaks down by itself, and it
 * never loads more than its highest rate; trucks wait in its queue meanwhile. Not thread-safe.
 */
public final class LoadingStation {

    /** Value of {@link #nextEventMs()} when no event is scheduled. */
    public static final long NEVER = Long.MAX_VALUE;

    private final PitContext context;
    private final LoadingUnit unit;
    private final MachinePublisher publisher;
    private final MachineRandom random;
    private final Deque<ServedTruck> queue = new ArrayDeque<>();
    private final RateLimit rate;
    private Breakdowns breakdowns;
    private ServedTruck current;
    private boolean down;
    private ProductionState state;
    private long loads;
    private long readyAtMs;
    private long hangSinceMs = -1;
    private double hangS;
    private long nextEventMs = NEVER;

    LoadingStation(PitContext context, LoadingUnit unit) {
        this.context = context;
        this.unit = unit;
        random = new MachineRandom(context.seed(), unit.id());
        publisher = new MachinePublisher(context, EquipmentKind.SHOVEL, unit.id());
        rate = new RateLimit(unit.maxTph());
    }

    public LoadingUnit unit() {
        return unit;
    }

    public MachinePublisher publisher() {
        return publisher;
    }

    /** The random numbers of the current or next load. */
    public SeededRandom ofLoad(Purpose purpose) {
        return random.of(purpose, loads);
    }

    /** Completed loads; this number selects the random numbers of the next one. */
    public long loads() {
        return loads;
    }

    /** The state that the unit carries over a restart, beside its number of loads. */
    public StationState snapshot(long nowMs) {
        return new StationState(
                breakdowns.number(), breakdowns.fromMs() - nowMs, rate.snapshot(nowMs));
    }

    public ProductionState state() {
        return state;
    }

    /** The truck that is spotting or being loaded; null when there is none. */
    public ServedTruck current() {
        return current;
    }

    public boolean down() {
        return down;
    }

    /**
     * The time at which {@link #runEvent} is due, in ms since the epoch; {@link #NEVER} when no
     * event is scheduled.
     */
    public long nextEventMs() {
        return nextEventMs;
    }

    /** Starts the unit, which then waits for its first truck. */
    public void begin(long nowMs) {
        breakdowns = Breakdowns.ofLoadingUnit(random, nowMs);
        start(nowMs);
    }

    /**
     * Starts the unit in the state of a snapshot.
     *
     * @param completed completed loads
     */
    public void begin(long completed, StationState state, long nowMs) {
        loads = completed;
        breakdowns = Breakdowns.ofLoadingUnit(random, nowMs);
        breakdowns.restore(state.breakdown(), nowMs + state.breakdownInMs());
        rate.restore(state.lastHour(), nowMs);
        start(nowMs);
    }

    private void start(long nowMs) {
        down = downAt(nowMs);
        if (down) {
            enter(ProductionState.STOPPED, "DOWN", null, nowMs);
        } else {
            beginHang(nowMs);
        }
    }

    /**
     * Stops the loading unit when it breaks down or a fault of the scenario takes it out of
     * service, and starts it again afterwards.
     */
    public void updateBreakdown(long nowMs) {
        boolean downNow = downAt(nowMs);
        if (downNow == down) {
            return;
        }
        down = downNow;
        if (down && current == null) {
            endHang(nowMs);
            nextEventMs = NEVER;
            enter(ProductionState.STOPPED, "DOWN", null, nowMs);
        } else if (!down && current == null) {
            serveNext(nowMs);
        }
    }

    /** A truck arrives, and starts spotting or waits in the queue. */
    public void arrive(ServedTruck truck, long nowMs) {
        queue.add(truck);
        if (current == null && !down && queue.size() == 1) {
            endHang(nowMs);
            double holdS =
                    context.activities().faceHoldS(unit.id(), ofLoad(Purpose.FACE_HOLD))
                            * context.conditions().holdFactor(unit.id(), context.instant(nowMs));
            if (holdS >= 1) {
                readyAtMs = nowMs + Math.round(holdS * 1_000);
                nextEventMs = readyAtMs;
            }
        }
        serveNext(nowMs);
        if (current != truck) {
            truck.waitForLoading(nowMs);
        }
    }

    /** Removes a truck from the queue. */
    public void leaveQueue(ServedTruck truck) {
        queue.remove(truck);
    }

    /** Starts loading the current truck. */
    public void beginLoading(long nowMs) {
        enter(ProductionState.LOADING, null, current.id(), nowMs);
    }

    /**
     * Ends the loading of the current truck, which has left the unit.
     *
     * @param loadedT payload that was loaded, t
     */
    public void endLoading(double loadedT, double loadingS, long nowMs) {
        rate.ended(loadedT, nowMs);
        context.observer().load(unit.kind(), loadingS, hangS);
        hangS = 0;
        loads++;
        current = null;
        if (down) {
            enter(ProductionState.STOPPED, "DOWN", null, nowMs);
        } else {
            serveNext(nowMs);
        }
    }

    /**
     * Runs the scheduled event: the face is ready for the next truck, the rate allows the next
     * load, or the hang time ends and the unit cleans up its face.
     */
    public void runEvent(long nowMs) {
        nextEventMs = NEVER;
        if (!queue.isEmpty()) {
            serveNext(nowMs);
        } else if (current == null && !down && hangSinceMs >= 0) {
            endHang(nowMs);
            enter(ProductionState.PARKED, "STANDBY", null, nowMs);
        }
    }

    private void serveNext(long nowMs) {
        if (current != null || down || nowMs < readyAtMs) {
            return;
        }
        if (queue.isEmpty()) {
            beginHang(nowMs);
            return;
        }
        long allowedMs =
                Math.max(
                        rate.earliestMs(queue.peek().cycleLoadT(), 0, nowMs),
                        context.activities().heldUntilMs(unit.id(), nowMs));
        if (allowedMs > nowMs) {
            readyAtMs = allowedMs;
            nextEventMs = allowedMs;
            enter(ProductionState.PARKED, "STANDBY", null, nowMs);
            return;
        }
        nextEventMs = NEVER;
        current = queue.poll();
        current.startSpotting(nowMs);
    }

    private boolean downAt(long nowMs) {
        return context.down(unit.id(), nowMs)
                || context.activities().ownStops() && breakdowns.down(nowMs);
    }

    private void beginHang(long nowMs) {
        hangSinceMs = nowMs;
        double maxHangS = ofLoad(Purpose.HANG).exponential(DurationModel.meanMaxHangS(unit.kind()));
        nextEventMs = nowMs + Math.round(1_000 * Math.max(1, maxHangS));
        enter(ProductionState.QUEUED, null, null, nowMs);
    }

    private void endHang(long nowMs) {
        if (hangSinceMs >= 0) {
            hangS += (nowMs - hangSinceMs) / 1_000.0;
            hangSinceMs = -1;
        }
    }

    private void enter(ProductionState next, String reason, String truckId, long nowMs) {
        if (next == state && truckId == null) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", next.wireName());
        body.put("previousState", state == null ? null : state.wireName());
        body.put("locationId", unit.faceId());
        body.put("counterpartId", truckId);
        body.put("operatorId", "OP-" + unit.id());
        body.put("reason", reason);
        state = next;
        publisher.publish(ReadingStream.STATE, nowMs, body);
    }
}
