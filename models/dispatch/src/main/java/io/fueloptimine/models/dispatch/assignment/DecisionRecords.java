package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;

/** Turns the choice for a truck into its assignment and the state that follows. Thread-safe. */
final class DecisionRecords {

    private final MineSite site;
    private final AssignerSettings settings;
    private final AssignmentTracker tracker;

    DecisionRecords(MineSite site, AssignerSettings settings) {
        this.site = site;
        this.settings = settings;
        this.tracker = new AssignmentTracker(site);
    }

    /** The decision to send a truck to a destination. */
    AssignmentDecision of(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchAssignment assignment = assignment(state, truck, request, choice, attempt);
        return new AssignmentDecision(
                assignment, tracker.withAssignment(state, request, assignment, attempt));
    }

    private DispatchAssignment assignment(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            TaskOption choice,
            AssignmentAttempt attempt) {
        DispatchPlan plan = state.planAt(request.freeAt());
        String id =
                DispatchAssignment.idOf(
                        site.site(), truck.id(), choice.task(), request.freeAt(), attempt.number());
        long validS = choice.task() == Task.PARK ? settings.stayParkedS() : settings.validForS();
        return new DispatchAssignment(
                id,
                plan == null ? null : plan.planId(),
                site.site(),
                truck.id(),
                choice.task(),
                choice.destinationId(),
                choice.unitId(),
                choice.segmentIds(),
                choice.reasonCode(),
                choice.litresSaved(),
                request.freeAt(),
                request.freeAt().plusSeconds(validS));
    }
}
