package io.fueloptimine.jobs.simulator.station;

import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LocationKind;
import java.util.ArrayDeque;
import java.util.Queue;

/** A crusher or dump with a number of bays and a first-in, first-out queue. */
public final class DumpStation {

    private final PitContext context;
    private final DumpPoint point;
    private final boolean crusher;
    private final Queue<ServedTruck> queue = new ArrayDeque<>();
    private int busyBays;

    DumpStation(PitContext context, DumpPoint point) {
        this.context = context;
        this.point = point;
        crusher = context.roads().location(point.locationId()).kind() == LocationKind.CRUSHER;
    }

    public DumpPoint point() {
        return point;
    }

    /**
     * Takes a bay for the truck if one is free; otherwise adds the truck to the queue.
     *
     * @return whether the truck has a bay
     */
    public boolean arrive(ServedTruck truck) {
        if (busyBays < point.bays()) {
            busyBays++;
            return true;
        }
        queue.add(truck);
        return false;
    }

    /**
     * Releases a bay; the next truck in the queue enters the bay.
     *
     * @param dumpedT payload that was dumped, t
     */
    public void leave(double dumpedT, long nowMs) {
        if (crusher) {
            context.counters().addOre(dumpedT);
        } else {
            context.counters().addWaste(dumpedT);
        }
        ServedTruck next = queue.poll();
        if (next == null) {
            busyBays--;
        } else {
            next.enterDumpBay(nowMs);
        }
    }

    public boolean down(long nowMs) {
        return context.down(point.locationId(), nowMs);
    }
}
