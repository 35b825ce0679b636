package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.road.SegmentSpeed;
import java.time.Instant;
import java.util.List;

/**
 * The state of the assignment of one site: the fleet and the plan. Immutable; each decision returns
 * a new state.
 *
 * @param site the mine
 * @param fleet what is known of the fleet
 * @param plan the latest plan; null before the first plan
 * @param effort tonnes that the working trucks have moved and could have moved
 * @param refusals the loading units that trucks have rejected lately
 * @param parkedCheckedAt when it was last checked whether trucks park or return to work (UTC); null
 *     before the first check
 * @param rates the rates that people require at present, in place of those of the dig plan
 */
public record AssignmentState(
        String site,
        FleetState fleet,
        DispatchPlan plan,
        HaulingEffort effort,
        Refusals refusals,
        Instant parkedCheckedAt,
        List<RateTarget> rates) {

    public AssignmentState {
        // The state of an earlier release has neither.
        refusals = refusals == null ? Refusals.none() : refusals;
        rates = rates == null ? List.of() : List.copyOf(rates);
    }

    /** The initial state of a site. */
    public static AssignmentState empty(String site) {
        return new AssignmentState(
                site,
                FleetState.blank(),
                null,
                HaulingEffort.none(),
                Refusals.none(),
                null,
                List.of());
    }

    /** A copy with another state of the fleet. */
    public AssignmentState with(FleetState newFleet) {
        return new AssignmentState(site, newFleet, plan, effort, refusals, parkedCheckedAt, rates);
    }

    /** A copy without a plan, by which trucks are assigned as before the first plan. */
    public AssignmentState withoutPlan() {
        return new AssignmentState(site, fleet, null, effort, refusals, parkedCheckedAt, rates);
    }

    /** A copy with the plan of another state. */
    public AssignmentState withPlanOf(AssignmentState other) {
        return new AssignmentState(
                site, fleet, other.plan, effort, refusals, parkedCheckedAt, rates);
    }

    /** A copy with the rates that people require; the same object when they are the same. */
    public AssignmentState withRates(List<RateTarget> newRates) {
        return newRates.equals(rates)
                ? this
                : new AssignmentState(
                        site,
                        fleet.withRates(newRates),
                        plan,
                        effort,
                        refusals,
                        parkedCheckedAt,
                        newRates);
    }

    AssignmentState with(TruckState truck) {
        return with(fleet.with(truck));
    }

    AssignmentState with(DispatchPlan newPlan) {
        return new AssignmentState(site, fleet, newPlan, effort, refusals, parkedCheckedAt, rates);
    }

    AssignmentState with(HaulingEffort newEffort) {
        return new AssignmentState(site, fleet, plan, newEffort, refusals, parkedCheckedAt, rates);
    }

    AssignmentState with(Refusals newRefusals) {
        return new AssignmentState(site, fleet, plan, effort, newRefusals, parkedCheckedAt, rates);
    }

    AssignmentState withParkedChecked(Instant at) {
        return new AssignmentState(site, fleet, plan, effort, refusals, at, rates);
    }

    /** The measured speeds that the latest plan was made with; empty without a plan. */
    List<SegmentSpeed> speeds() {
        return plan == null ? List.of() : plan.prices().speeds();
    }

    /** The plan at a time; null without a plan or when the latest plan has expired. */
    DispatchPlan planAt(Instant at) {
        return plan == null || plan.validUntil().isBefore(at) ? null : plan;
    }
}
