package io.fueloptimine.models.dispatch.fleet;

import java.util.List;
import java.util.Map;

/**
 * What is known of a fleet, derived from readings and triggers: the one state by which plans are
 * made and trucks are assigned. Immutable; {@link FleetTracker} updates it.
 *
 * @param clock the fleet's time
 * @param trucks the trucks that have reported or were assigned, by id
 * @param units the loading units that have reported, by id
 * @param closedSegmentIds closed road segments
 * @param downMachineIds machines that are down
 * @param extraRollingResistancePct rolling resistance that wet roads add, % of weight
 * @param progress the tonnes that are left of the dig plan
 * @param limits the accounts of the highest rates that people require at present
 */
public record FleetState(
        FleetClock clock,
        Map<String, TruckState> trucks,
        Map<String, UnitState> units,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        double extraRollingResistancePct,
        ShiftProgress progress,
        RateAccounts limits) {

    public FleetState {
        // The state of an earlier release has none.
        limits = limits == null ? RateAccounts.none() : limits;
    }

    /** The state before the first reading. */
    public static FleetState blank() {
        return new FleetState(
                FleetClock.unset(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                0,
                ShiftProgress.none(),
                RateAccounts.none());
    }

    /** The state of a truck; an empty state for a truck without one. */
    public TruckState truck(String truckId) {
        TruckState truck = trucks.get(truckId);
        return truck == null ? TruckState.unknown(truckId) : truck;
    }

    /** Whether a machine is in service. */
    public boolean isUp(String machineId) {
        return !downMachineIds.contains(machineId);
    }

    /** A copy with another state of one truck. */
    public FleetState with(TruckState truck) {
        return withTrucks(ImmutableCopies.with(trucks, truck.truckId(), truck));
    }

    /** A copy with other trucks. */
    public FleetState withTrucks(Map<String, TruckState> newTrucks) {
        return new FleetState(
                clock,
                newTrucks,
                units,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                progress,
                limits);
    }

    /** A copy with other closures, machines that are down and rolling resistance. */
    public FleetState withRoads(
            List<String> closedSegments, List<String> downMachines, double extraResistancePct) {
        return new FleetState(
                clock,
                trucks,
                units,
                closedSegments,
                downMachines,
                extraResistancePct,
                progress,
                limits);
    }

    /** A copy with another progress of the shift. */
    public FleetState with(ShiftProgress newProgress) {
        return with(clock, newProgress);
    }

    /** A copy in which the highest rates of people apply from the fleet's time on. */
    public FleetState withRates(List<RateTarget> rates) {
        return with(clock.at() == null ? RateAccounts.none() : limits.with(rates, clock.at()));
    }

    FleetState with(RateAccounts newLimits) {
        return new FleetState(
                clock,
                trucks,
                units,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                progress,
                newLimits);
    }

    FleetState with(FleetClock newClock, ShiftProgress newProgress) {
        return new FleetState(
                newClock,
                trucks,
                units,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                newProgress,
                limits);
    }

    FleetState with(String unitId, UnitState unit) {
        return new FleetState(
                clock,
                trucks,
                ImmutableCopies.with(units, unitId, unit),
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                progress,
                limits);
    }

    FleetState withMachine(String machineId, boolean up) {
        if (up == isUp(machineId)) {
            return this;
        }
        return withRoads(
                closedSegmentIds,
                up
                        ? ImmutableCopies.without(downMachineIds, machineId)
                        : ImmutableCopies.with(downMachineIds, machineId),
                extraRollingResistancePct);
    }

    FleetState withRoad(String segmentId, boolean open) {
        return withRoads(
                open
                        ? ImmutableCopies.without(closedSegmentIds, segmentId)
                        : ImmutableCopies.with(closedSegmentIds, segmentId),
                downMachineIds,
                extraRollingResistancePct);
    }
}
