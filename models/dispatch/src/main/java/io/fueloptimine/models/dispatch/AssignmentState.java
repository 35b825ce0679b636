package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.DispatchPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The state of the assignment of one site: duties of the trucks, trips assigned per leg of the
 * plan, closures and breakdowns. Immutable; each decision returns a new state.
 *
 * @param site the mine
 * @param plan the current plan; null before the first plan
 * @param duties duty per truck
 * @param tallies trip count per leg of the plan
 * @param closedSegmentIds closed road segments
 * @param downMachineIds machines that are down
 * @param extraRollingResistancePct rolling resistance that wet or damaged roads add, % of weight
 * @param surplusSince per class, since when more trucks work than the plan needs (UTC)
 */
public record AssignmentState(
        String site,
        DispatchPlan plan,
        Map<String, TruckDuty> duties,
        Map<String, LegTripCount> tallies,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        double extraRollingResistancePct,
        Map<String, Instant> surplusSince) {

    /** The initial state of a site. */
    public static AssignmentState empty(String site) {
        return new AssignmentState(
                site, null, Map.of(), Map.of(), List.of(), List.of(), 0, Map.of());
    }

    /** The duty of a truck; an empty duty for a truck without one. */
    public TruckDuty duty(String truckId) {
        TruckDuty duty = duties.get(truckId);
        return duty == null ? TruckDuty.unknown(truckId) : duty;
    }

    AssignmentState with(TruckDuty duty) {
        return new AssignmentState(
                site,
                plan,
                ImmutableCopies.with(duties, duty.truckId(), duty),
                tallies,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                surplusSince);
    }

    AssignmentState withTallies(Map<String, LegTripCount> newTallies) {
        return new AssignmentState(
                site,
                plan,
                duties,
                newTallies,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                surplusSince);
    }

    AssignmentState withDown(List<String> down) {
        return new AssignmentState(
                site,
                plan,
                duties,
                tallies,
                closedSegmentIds,
                down,
                extraRollingResistancePct,
                surplusSince);
    }

    AssignmentState withSurplusSince(Map<String, Instant> since) {
        return new AssignmentState(
                site,
                plan,
                duties,
                tallies,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                since);
    }
}
