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
 * @param reportedAt time of the last reading per truck (UTC)
 * @param closedSegmentIds closed road segments
 * @param downMachineIds machines that are down
 * @param loading loading times per loading unit
 * @param wet whether the roads are wet
 */
public record FleetState(
        FleetClock clock,
        Map<String, TruckStatus> trucks,
        Map<String, Instant> reportedAt,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        Map<String, LoadingTimeMean> loading,
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
                reportedAt,
                closedSegmentIds,
                downMachineIds,
                loading,
                wet);
    }

    FleetState withReading(String machineId, Instant at, boolean truck) {
        Instant before = reportedAt.get(machineId);
        boolean newer = truck && (before == null || at.isAfter(before));
        return new FleetState(
                clock.withReport(machineId, at),
                trucks,
                newer ? ImmutableCopies.with(reportedAt, machineId, at) : reportedAt,
                closedSegmentIds,
                downMachineIds,
                loading,
                wet);
    }

    FleetState withLoading(String unitId, LoadingTimeMean mean) {
        return new FleetState(
                clock,
                trucks,
                reportedAt,
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
        return new FleetState(clock, trucks, reportedAt, closedSegmentIds, down, loading, wet);
    }

    FleetState withRoad(String segmentId, boolean open) {
        List<String> closed =
                open
                        ? ImmutableCopies.without(closedSegmentIds, segmentId)
                        : ImmutableCopies.with(closedSegmentIds, segmentId);
        return new FleetState(clock, trucks, reportedAt, closed, downMachineIds, loading, wet);
    }

    FleetState withWet(boolean nowWet) {
        return new FleetState(
                clock, trucks, reportedAt, closedSegmentIds, downMachineIds, loading, nowWet);
    }
}
