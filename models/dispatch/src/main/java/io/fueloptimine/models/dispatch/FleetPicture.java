package io.fueloptimine.models.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The fleet as its own messages draw it, kept between plans. Immutable; written by {@link
 * FleetWatch}.
 *
 * @param clock the fleet's time
 * @param trucks per truck that spoke
 * @param heardAt when each truck was last heard (UTC)
 * @param closedSegmentIds roads that may not be taken
 * @param downMachineIds machines that cannot work
 * @param loading loading times per loading unit
 * @param wet whether the roads are wet
 */
public record FleetPicture(
        FleetClock clock,
        Map<String, TruckStatus> trucks,
        Map<String, Instant> heardAt,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        Map<String, LoadingMean> loading,
        boolean wet) {

    /** Before anything was heard. */
    public static FleetPicture blank() {
        return new FleetPicture(
                FleetClock.unset(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), false);
    }

    FleetPicture withTruck(TruckStatus truck) {
        return new FleetPicture(
                clock,
                Changed.with(trucks, truck.truckId(), truck),
                heardAt,
                closedSegmentIds,
                downMachineIds,
                loading,
                wet);
    }

    FleetPicture heard(String machineId, Instant at, boolean truck) {
        Instant before = heardAt.get(machineId);
        boolean newer = truck && (before == null || at.isAfter(before));
        return new FleetPicture(
                clock.heard(machineId, at),
                trucks,
                newer ? Changed.with(heardAt, machineId, at) : heardAt,
                closedSegmentIds,
                downMachineIds,
                loading,
                wet);
    }

    FleetPicture withLoading(String unitId, LoadingMean mean) {
        return new FleetPicture(
                clock,
                trucks,
                heardAt,
                closedSegmentIds,
                downMachineIds,
                Changed.with(loading, unitId, mean),
                wet);
    }

    FleetPicture withMachine(String machineId, boolean up) {
        List<String> down =
                up
                        ? Changed.without(downMachineIds, machineId)
                        : Changed.with(downMachineIds, machineId);
        return new FleetPicture(clock, trucks, heardAt, closedSegmentIds, down, loading, wet);
    }

    FleetPicture withRoad(String segmentId, boolean open) {
        List<String> closed =
                open
                        ? Changed.without(closedSegmentIds, segmentId)
                        : Changed.with(closedSegmentIds, segmentId);
        return new FleetPicture(clock, trucks, heardAt, closed, downMachineIds, loading, wet);
    }

    FleetPicture withWet(boolean nowWet) {
        return new FleetPicture(
                clock, trucks, heardAt, closedSegmentIds, downMachineIds, loading, nowWet);
    }
}
