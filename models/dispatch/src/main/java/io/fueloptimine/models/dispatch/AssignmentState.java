package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.DispatchPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything the assigner remembers: duties of the trucks, trips given out against the plan,
 * closures and breakdowns. Immutable; a decision returns the next book.
 *
 * @param site the mine
 * @param plan the plan followed; null before the first
 * @param duties per truck
 * @param tallies per leg of the plan
 * @param closedSegmentIds roads that may not be taken
 * @param downMachineIds machines that cannot work
 * @param extraRollingResistancePct what wet or broken roads add, % of weight
 * @param surplusSince per class, since when more trucks work than the plan wants (UTC)
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

    /** The book on the first day. */
    public static AssignmentState empty(String site) {
        return new AssignmentState(
                site, null, Map.of(), Map.of(), List.of(), List.of(), 0, Map.of());
    }

    /** What is known of a truck; a blank duty when nothing. */
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
