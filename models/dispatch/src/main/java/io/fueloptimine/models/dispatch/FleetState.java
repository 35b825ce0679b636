package io.fueloptimine.models.dispatch;

import java.util.List;

/**
 * What all machines of a fleet have in common between two plans, derived from readings and
 * triggers. Immutable; updated by {@link FleetTracker}. What differs by machine is in {@link
 * TruckReport} and {@link LoadingTimeMean}, so that a reading of one machine does not copy the
 * state of the others.
 *
 * @param clock the fleet's time
 * @param closedSegmentIds closed road segments
 * @param downMachineIds machines that are down
 * @param wet whether the roads are wet
 */
public record FleetState(
        FleetClock clock, List<String> closedSegmentIds, List<String> downMachineIds, boolean wet) {

    /** The state before the first reading. */
    public static FleetState blank() {
        return new FleetState(FleetClock.unset(), List.of(), List.of(), false);
    }

    FleetState withClock(FleetClock newClock) {
        return new FleetState(newClock, closedSegmentIds, downMachineIds, wet);
    }

    FleetState withMachine(String machineId, boolean up) {
        if (up != downMachineIds.contains(machineId)) {
            return this;
        }
        List<String> down =
                up
                        ? ImmutableCopies.without(downMachineIds, machineId)
                        : ImmutableCopies.with(downMachineIds, machineId);
        return new FleetState(clock, closedSegmentIds, down, wet);
    }

    FleetState withRoad(String segmentId, boolean open) {
        List<String> closed =
                open
                        ? ImmutableCopies.without(closedSegmentIds, segmentId)
                        : ImmutableCopies.with(closedSegmentIds, segmentId);
        return new FleetState(clock, closed, downMachineIds, wet);
    }

    FleetState withWet(boolean nowWet) {
        return new FleetState(clock, closedSegmentIds, downMachineIds, nowWet);
    }
}
