package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.mine.DispatchPlan;
import java.time.Instant;
import java.util.Map;

/**
 * The state of the assignment of one site: the fleet, the plan and the trips assigned per leg of
 * the plan. Immutable; each decision returns a new state.
 *
 * @param site the mine
 * @param fleet what is known of the fleet
 * @param plan the current plan; null before the first plan
 * @param tripCounts trip count per leg of the plan
 * @param surplusSince per class, since when more trucks work than the plan needs (UTC)
 */
public record AssignmentState(
        String site,
        FleetState fleet,
        DispatchPlan plan,
        Map<String, LegTripCount> tripCounts,
        Map<String, Instant> surplusSince) {

    /** The initial state of a site. */
    public static AssignmentState empty(String site) {
        return new AssignmentState(site, FleetState.blank(), null, Map.of(), Map.of());
    }

    /** A copy with another state of the fleet. */
    public AssignmentState with(FleetState newFleet) {
        return new AssignmentState(site, newFleet, plan, tripCounts, surplusSince);
    }

    /** A copy without a plan, by which trucks are assigned as before the first plan. */
    public AssignmentState withoutPlan() {
        return new AssignmentState(site, fleet, null, Map.of(), Map.of());
    }

    /** A copy with the plan, the trip counts and the surplus of another state. */
    public AssignmentState withPlanOf(AssignmentState other) {
        return new AssignmentState(site, fleet, other.plan, other.tripCounts, other.surplusSince);
    }

    AssignmentState with(TruckState truck) {
        return with(fleet.with(truck));
    }

    AssignmentState withTripCounts(Map<String, LegTripCount> newTripCounts) {
        return new AssignmentState(site, fleet, plan, newTripCounts, surplusSince);
    }

    AssignmentState withSurplusSince(Map<String, Instant> since) {
        return new AssignmentState(site, fleet, plan, tripCounts, since);
    }
}
