package io.fueloptimine.models.dispatch.site;

import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.assignment.AssignmentState;
import io.fueloptimine.models.dispatch.assignment.TruckDispatch;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlanSchedule;
import io.fueloptimine.models.dispatch.plan.PlanTiming;
import io.fueloptimine.models.dispatch.targets.SiteTargets;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The dispatch of one site. Each method derives from a state and an input the next state and what
 * is to be sent. At most one request is solved at a time; triggers that arrive meanwhile cause the
 * next request. A failed solve is repeated after the shortest time between two plans, and the last
 * plan stays in use until its end; after that, trucks are assigned without a plan. The result
 * depends only on the arguments. Thread-safe.
 */
public final class SiteDispatch {

    private final MineSite mine;
    private final FleetTracker fleets;
    private final PlanSchedule schedule;
    private final TruckDispatch trucks;

    public SiteDispatch(MineSite mine, FleetSettings fleet, AssignerSettings assigner) {
        this.mine = mine;
        this.fleets = new FleetTracker(mine, fleet);
        this.schedule = new PlanSchedule(mine, fleets, fleet);
        this.trucks = new TruckDispatch(mine, fleet, assigner);
    }

    /**
     * What follows from a reading of a truck or loading unit of the mine.
     *
     * @param late whether the reading is too old for an assignment; it then updates the state only
     */
    public SiteOutcome afterReading(SiteState state, Reading reading, boolean late) {
        AssignmentState withRates = state.assignments().withRates(rates(state));
        return planIfDue(SiteOutcome.of(state, assignments(withRates, reading, late)));
    }

    /** What follows from a trigger of a new plan. */
    public SiteOutcome afterTrigger(SiteState state, PlanTrigger trigger) {
        AssignmentState followed =
                state.assignments().with(fleets.withTrigger(state.fleet(), trigger));
        return planIfDue(SiteOutcome.of(state.with(followed).with(state.timing().with(trigger))));
    }

    /**
     * What follows from a target that {@link io.fueloptimine.models.dispatch.targets.TargetCheck}
     * found valid.
     */
    public SiteOutcome afterTarget(SiteState state, DispatchTarget target) {
        Instant now = state.fleet().clock().at();
        SiteTargets.Outcome outcome = state.targets().with(target, now);
        boolean applies =
                outcome.targets() != state.targets() && now != null && target.isActiveAt(now);
        PlanTiming timing =
                applies
                        ? state.timing()
                                .with(
                                        new PlanTrigger(
                                                mine.site(),
                                                PlanCause.TARGETS_BEGIN,
                                                target.targetId(),
                                                now))
                        : state.timing();
        return planIfDue(SiteOutcome.of(state.with(outcome.targets()).with(timing)))
                .with(outcome.answer());
    }

    /** What follows from the plan that answers the state's request. */
    public SiteOutcome afterPlan(SiteState state, DispatchPlan plan) {
        SiteState solved = state.solving(null).failed(null);
        SiteOutcome outcome =
                planIfDue(SiteOutcome.of(solved, trucks.afterPlan(state.assignments(), plan)));
        return state.failed() == null
                ? outcome
                : outcome.with(SolveAlarm.gone(mine.site(), state.fleet().clock().at()));
    }

    /**
     * What follows when the state's request was not solved.
     *
     * @param cause why, for people
     */
    public SiteOutcome afterFailure(SiteState state, String cause) {
        Instant now = state.fleet().clock().at();
        FailedSolves failed = FailedSolves.after(state.failed(), now);
        SiteState kept =
                state.with(state.timing().with(state.solving().trigger()))
                        .solving(null)
                        .failed(failed);
        return planIfDue(SiteOutcome.of(kept))
                .with(
                        SolveAlarm.raised(
                                mine.site(), now, cause, failed, kept.assignments().plan()));
    }

    /** Whether trucks can be assigned by a plan at a time. */
    public static boolean isValid(DispatchPlan plan, Instant at) {
        return plan != null && (at == null || at.isBefore(plan.validUntil()));
    }

    private TruckDispatch.Outcome assignments(
            AssignmentState state, Reading reading, boolean late) {
        boolean valid =
                isValid(state.plan(), state.fleet().clock().at())
                        && isValid(state.plan(), reading.time());
        if (state.plan() == null || valid) {
            return trucks.afterReading(state, reading, late);
        }
        TruckDispatch.Outcome outcome = trucks.afterReading(state.withoutPlan(), reading, late);
        return new TruckDispatch.Outcome(
                outcome.state().withPlanOf(state), outcome.assignments(), outcome.event());
    }

    private SiteOutcome planIfDue(SiteOutcome outcome) {
        SiteState state = outcome.state();
        if (state.solving() != null) {
            return outcome;
        }
        Optional<PlanTrigger> due = due(state);
        if (due.isEmpty()) {
            return outcome;
        }
        Instant now = state.fleet().clock().at();
        SiteState timed =
                state.with(PlanTiming.requestedAt(now)).with(state.targets().withoutEnded(now));
        List<RateTarget> rates = rates(state);
        PlanRequest request =
                withRates(schedule.request(due.get(), state.fleet()), rates)
                        .withNeeded(
                                trucks.trucksInService(state.assignments().withRates(rates), now));
        return outcome.with(timed).requesting(request);
    }

    private Optional<PlanTrigger> due(SiteState state) {
        PlanTiming timing = state.timing();
        Instant now = state.fleet().clock().at();
        if (!timing.started()) {
            return schedule.first(state.fleet());
        }
        PlanTiming withTargets =
                state.targets()
                        .changeBetween(timing.lastPlanAt(), now)
                        .map(timing::with)
                        .orElse(timing);
        return schedule.next(state.fleet(), withTargets);
    }

    private static List<RateTarget> rates(SiteState state) {
        Instant now = state.fleet().clock().at();
        return now == null ? List.of() : state.targets().ratesAt(now);
    }

    private PlanRequest withRates(PlanRequest request, List<RateTarget> rates) {
        if (rates.isEmpty()) {
            return request;
        }
        FleetSituation situation = request.situation();
        WorkLeft left =
                situation.workLeft() == null ? WorkLeft.of(mine.digPlan()) : situation.workLeft();
        return new PlanRequest(situation.withWorkLeft(left.withRates(rates)), request.trigger());
    }
}
