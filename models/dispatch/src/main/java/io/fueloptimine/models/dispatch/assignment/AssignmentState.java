package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.ImmutableCopies;
import io.fueloptimine.models.mine.DispatchPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The state of the assignment of one site: task states of the trucks, trips assigned per leg of the
 * plan, closures and breakdowns. Immutable; each decision returns a new state.
 *
 * @param site the mine
 * @param plan the current plan; null before the first plan
 * @param taskStates task state per truck
 * @param tripCounts trip count per leg of the plan
 * @param closedSegmentIds closed road segments
 * @param downMachineIds machines that are down
 * @param extraRollingResistancePct rolling resistance that wet or damaged roads add, % of weight
 * @param surplusSince per class, since when more trucks work than the plan needs (UTC)
 */
public record AssignmentState(
        String site,
        DispatchPlan plan,
        Map<String, TruckTaskState> taskStates,
        Map<String, LegTripCount> tripCounts,
        List<String> closedSegmentIds,
        List<String> downMachineIds,
        double extraRollingResistancePct,
        Map<String, Instant> surplusSince) {

    /** The initial state of a site. */
    public static AssignmentState empty(String site) {
        return new AssignmentState(
                site, null, Map.of(), Map.of(), List.of(), List.of(), 0, Map.of());
    }

    /** The task state of a truck; an empty task state for a truck without one. */
    public TruckTaskState taskState(String truckId) {
        TruckTaskState taskState = taskStates.get(truckId);
        return taskState == null ? TruckTaskState.unknown(truckId) : taskState;
    }

    AssignmentState with(TruckTaskState taskState) {
        return new AssignmentState(
                site,
                plan,
                ImmutableCopies.with(taskStates, taskState.truckId(), taskState),
                tripCounts,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                surplusSince);
    }

    AssignmentState withTripCounts(Map<String, LegTripCount> newTripCounts) {
        return new AssignmentState(
                site,
                plan,
                taskStates,
                newTripCounts,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                surplusSince);
    }

    AssignmentState withDown(List<String> down) {
        return new AssignmentState(
                site,
                plan,
                taskStates,
                tripCounts,
                closedSegmentIds,
                down,
                extraRollingResistancePct,
                surplusSince);
    }

    AssignmentState withSurplusSince(Map<String, Instant> since) {
        return new AssignmentState(
                site,
                plan,
                taskStates,
                tripCounts,
                closedSegmentIds,
                downMachineIds,
                extraRollingResistancePct,
                since);
    }
}
