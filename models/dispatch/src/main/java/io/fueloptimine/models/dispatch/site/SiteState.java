package io.fueloptimine.models.dispatch.site;

import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlanTiming;
import io.fueloptimine.models.dispatch.targets.SiteTargets;

/**
 * The state of the dispatch of one site. Immutable; {@link SiteDispatch} derives the next one.
 *
 * @param assignments the fleet, the last plan and the trips assigned by it
 * @param timing when the last plan was requested, and why the next one is due
 * @param targets the targets of people
 * @param solving the request that is being solved; null without one. A restored state has the
 *     request whose result was lost, so that it can be solved again
 * @param failed the failed solves since the last plan; null without one
 */
public record SiteState(
        AssignmentState assignments,
        PlanTiming timing,
        SiteTargets targets,
        PlanRequest solving,
        FailedSolves failed) {

    /** The state of a site before the first input. */
    public static SiteState empty(String site) {
        return new SiteState(
                AssignmentState.empty(site), PlanTiming.stopped(), SiteTargets.none(), null, null);
    }

    FleetState fleet() {
        return assignments.fleet();
    }

    SiteState with(AssignmentState newAssignments) {
        return new SiteState(newAssignments, timing, targets, solving, failed);
    }

    SiteState with(PlanTiming newTiming) {
        return new SiteState(assignments, newTiming, targets, solving, failed);
    }

    SiteState with(SiteTargets newTargets) {
        return new SiteState(assignments, timing, newTargets, solving, failed);
    }

    SiteState solving(PlanRequest request) {
        return new SiteState(assignments, timing, targets, request, failed);
    }

    SiteState failed(FailedSolves newFailed) {
        return new SiteState(assignments, timing, targets, solving, newFailed);
    }
}
