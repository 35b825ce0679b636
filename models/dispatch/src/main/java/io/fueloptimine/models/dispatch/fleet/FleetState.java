package io.fueloptimine.models.dispatch.fleet;

import java.util.List;

/**
 * The state that all machines of a fleet share between two plans, derived from readings and
 * triggers. Immutable; {@link FleetTracker} updates it. The state of single machines is in {@link
 * TruckReport} and {@link LoadingTimeMean}, so that a reading of one machine does not copy the
 * state of other machines.
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
