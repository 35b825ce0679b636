package io.fueloptimine.jobs.simulator.station;

import io.fueloptimine.jobs.simulator.behaviour.Breakdowns;
import io.fueloptimine.jobs.simulator.random.MachineRandom;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A crusher or dump with a number of bays and a first-in, first-out queue. Trucks wait in the queue
 * while all bays are taken, while the dump is down, and while another load would exceed its highest
 * rate. A crusher breaks down by itself. Not thread-safe.
 */
public final class DumpStation {

    private final PitContext context;
    private final DumpPoint point;
    private final boolean crusher;
    private final RateLimit rate;
    private final Queue<ServedTruck> queue = new ArrayDeque<>();
    private Breakdowns breakdowns;
    private boolean down;
    private int busyBays;
    private double inBaysT;
    private long nextEventMs = LoadingStation.NEVER;

    DumpStation(PitContext context, DumpPoint point) {
        this.context = context;
        this.point = point;
        crusher = context.roads().location(point.locationId()).kind() == LocationKind.CRUSHER;
        rate = new RateLimit(point.maxTph());
    }

    public DumpPoint point() {
        return point;
    }

    /** Whether the dump is out of service. */
    public boolean down() {
        return down;
    }

    /**
     * The time at which {@link #runEvent} is due, in ms since the epoch; {@link
     * LoadingStation#NEVER} when no event is scheduled.
     */
    public long nextEventMs() {
        return nextEventMs;
    }

    /** Starts the dump. */
    public void begin(long nowMs) {
        breakdowns =
                Breakdowns.ofCrusher(new MachineRandom(context.seed(), point.locationId()), nowMs);
        down = downAt(nowMs);
    }

    /** Stops or starts the dump at the beginning or end of a breakdown. */
    public void updateBreakdown(long nowMs) {
        down = downAt(nowMs);
        if (!down && nextEventMs == LoadingStation.NEVER) {
            serve(nowMs);
        }
    }

    /** A truck arrives, and enters a bay or waits in the queue. */
    public void arrive(ServedTruck truck, long nowMs) {
        queue.add(truck);
        serve(nowMs);
        if (waiting(truck)) {
            truck.waitForDump(nowMs);
        }
    }

    /** Whether a truck waits in the queue. */
    public boolean waiting(ServedTruck truck) {
        return queue.contains(truck);
    }

    /** Removes a truck from the queue. */
    public void leaveQueue(ServedTruck truck) {
        queue.remove(truck);
    }

    /**
     * Releases a bay, and lets the next trucks of the queue enter.
     *
     * @param dumpedT payload that was dumped, t
     */
    public void leave(double dumpedT, Material material, long nowMs) {
        if (material == Material.ORE) {
            context.counters().addOre(dumpedT);
        } else {
            context.counters().addWaste(dumpedT);
        }
        busyBays--;
        inBaysT = busyBays == 0 ? 0 : inBaysT - dumpedT;
        rate.ended(dumpedT, nowMs);
        serve(nowMs);
    }

    /** Lets trucks in that had to wait for the dump's rate. */
    public void runEvent(long nowMs) {
        serve(nowMs);
    }

    /** The state that the dump carries over a restart. */
    public StationState snapshot(long nowMs) {
        return new StationState(
                breakdowns.number(), breakdowns.fromMs() - nowMs, rate.snapshot(nowMs));
    }

    /** Continues from a snapshot. */
    public void restore(StationState state, long nowMs) {
        breakdowns.restore(state.breakdown(), nowMs + state.breakdownInMs());
        rate.restore(state.lastHour(), nowMs);
        down = downAt(nowMs);
    }

    private boolean downAt(long nowMs) {
        return context.down(point.locationId(), nowMs)
                || crusher && context.activities().ownStops() && breakdowns.down(nowMs);
    }

    private void serve(long nowMs) {
        nextEventMs = LoadingStation.NEVER;
        while (!queue.isEmpty() && busyBays < point.bays() && !down) {
            double nextT = queue.peek().cycleLoadT();
            long earliestMs =
                    Math.max(
                            rate.earliestMs(nextT, inBaysT, nowMs),
                            context.activities().heldUntilMs(point.locationId(), nowMs));
            if (earliestMs > nowMs) {
                nextEventMs = earliestMs;
                return;
            }
            busyBays++;
            inBaysT += nextT;
            queue.poll().enterDumpBay(nowMs);
        }
    }
}
