package io.fueloptimine.models.dispatch.site;

import io.fueloptimine.models.dispatch.assignment.TruckDispatch;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import java.util.List;

/**
 * What follows from an input of a site's dispatch.
 *
 * @param state the new state
 * @param assignments the assignments to send, in order
 * @param event what the input meant, for metrics
 * @param request the request to solve; null without one
 * @param signal the alarm signal to report; null without one
 * @param answer the answer to a target; null without one
 */
public record SiteOutcome(
        SiteState state,
        List<DispatchAssignment> assignments,
        TruckDispatch.Event event,
        PlanRequest request,
        ReportedSignal signal,
        TargetAnswer answer) {

    static SiteOutcome of(SiteState state) {
        return new SiteOutcome(state, List.of(), TruckDispatch.Event.NONE, null, null, null);
    }

    static SiteOutcome of(SiteState state, TruckDispatch.Outcome trucks) {
        return new SiteOutcome(
                state.with(trucks.state()), trucks.assignments(), trucks.event(), null, null, null);
    }

    /** A copy with another request, for example with the present prices. */
    public SiteOutcome requesting(PlanRequest newRequest) {
        return new SiteOutcome(
                state.solving(newRequest), assignments, event, newRequest, signal, answer);
    }

    SiteOutcome with(SiteState newState) {
        return new SiteOutcome(newState, assignments, event, request, signal, answer);
    }

    SiteOutcome with(ReportedSignal newSignal) {
        return new SiteOutcome(state, assignments, event, request, newSignal, answer);
    }

    SiteOutcome with(TargetAnswer newAnswer) {
        return new SiteOutcome(state, assignments, event, request, signal, newAnswer);
    }
}
