package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LocationKind;
import java.util.ArrayDeque;
import java.util.Queue;

/** A crusher or dump: so many bays, first come first served. */
final class DumpPlace {

    final DumpPoint point;
    private final PitWorld world;
    private final boolean crusher;
    private final Queue<HaulTruck> queue = new ArrayDeque<>();
    private int busyBays;

    DumpPlace(PitWorld world, DumpPoint point) {
        this.world = world;
        this.point = point;
        crusher = world.ways.location(point.locationId()).kind() == LocationKind.CRUSHER;
    }

    /** Takes a truck into a bay if one is free, else into the queue. */
    boolean arrive(HaulTruck truck) {
        if (busyBays < point.bays()) {
            busyBays++;
            return true;
        }
        queue.add(truck);
        return false;
    }

    /** Frees a bay and calls the next truck into it. */
    void leave(double dumpedT, long nowMs) {
        if (crusher) {
            world.tally.oreT += dumpedT;
        } else {
            world.tally.wasteT += dumpedT;
        }
        HaulTruck next = queue.poll();
        if (next == null) {
            busyBays--;
        } else {
            next.work.dumpInBay(nowMs);
        }
    }

    boolean down(long nowMs) {
        return world.down(point.locationId(), nowMs);
    }
}
