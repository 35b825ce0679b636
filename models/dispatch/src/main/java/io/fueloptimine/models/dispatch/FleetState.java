package io.fueloptimine.models.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The state of a fleet between two plans, derived from readings and triggers. Immutable; updated by
 * {@link FleetTracker}.
 *
 * @param clock the fleet's time
 * @param trucks status per truck that has reported
 * @param heardAt time of the last reading per truck (UTC)
 * @param closedSegmentIds closed road segments
 * @param downMachineIds machines that are down
 * @param loading loading times per loading unit
 * @param wet whether the roads are wet
 */
public record FleetState(
        FleetClock clock,
        Map<String, TruckStatus> trucks,
        Map<String, Instant> heardAt,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        Map<String, LoadingMean> loading,
        boolean wet) {

    /** The state before the first reading. */
    public static FleetState blank() {
        return new FleetState(
                FleetClock.unset(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), false);
    }

    FleetState withTruck(TruckStatus truck) {
        return new FleetState(
                clock,
                ImmutableCopies.with(trucks, truck.truckId(), truck),
                heardAt,
                closedSegmentIds,
                downMachineIds,
                loading,
                wet);
    }

    FleetState withReading(String machineId, Instant at, boolean truck) {
        Instant before = heardAt.get(machineId);
        boolean newer = truck && (before == null || at.isAfter(before));
        return new FleetState(
                clock.heard(machineId, at),
                trucks,
                newer ? ImmutableCopies.with(heardAt, machineId, at) : heardAt,
                closedSegmentIds,
                downMachineIds,
                loading,
                wet);
    }

    FleetState withLoading(String unitId, LoadingMean mean) {
        return new FleetState(
                clock,
                trucks,
                heardAt,
                closedSegmentIds,
                downMachineIds,
                ImmutableCopies.with(loading, unitId, mean),
                wet);
    }

    FleetState withMachine(String machineId, boolean up) {
        List<String> down =
                up
                        ? ImmutableCopies.without(downMachineIds, machineId)
                        : ImmutableCopies.with(downMachineIds, machineId);
        return new FleetState(clock, trucks, heardAt, closedSegmentIds, down, loading, wet);
    }

    FleetState withRoad(String segmentId, boolean open) {
        List<String> closed =
                open
                        ? ImmutableCopies.without(closedSegmentIds, segmentId)
                        : ImmutableCopies.with(closedSegmentIds, segmentId);
        return new FleetState(clock, trucks, heardAt, closed, downMachineIds, loading, wet);
    }

    FleetState withWet(boolean nowWet) {
        return new FleetState(
                clock, trucks, heardAt, closedSegmentIds, downMachineIds, loading, nowWet);
    }
}
