package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.assignment.TruckDispatch;
import io.fueloptimine.models.dispatch.site.SiteDispatch;
import io.fueloptimine.models.dispatch.site.SiteOutcome;
import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Metrics of {@link PlanAndAssign}. Use only on the operator's task thread. */
final class DispatchMetrics {

    private final Counter assignments;
    private final Counter assignmentsWithoutPlan;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter stateTooLate;
    private final Counter plansSuperseded;
    private final Counter plansRequested;
    private final Counter plansSolved;
    private final Counter plansFailed;
    private final Counter plansTimedOut;
    private final Map<Task, Counter> byTask = new EnumMap<>(Task.class);
    private volatile long planAgeMs;
    private volatile int planExpired;
    private volatile long solveMillis;
    private volatile int unmetTargets;

    DispatchMetrics(MetricGroup group, SitePlanner planner) {
        assignments = group.counter("assignments");
        assignmentsWithoutPlan = group.counter("assignmentsWithoutPlan");
        accepted = group.counter("assignmentsAccepted");
        rejected = group.counter("assignmentsRejected");
        stateTooLate = group.counter("statesTooLate");
        plansSuperseded = group.counter("plansSuperseded");
        plansRequested = group.counter("plansRequested");
        plansSolved = group.counter("plansSolved");
        plansFailed = group.counter("plansFailed");
        plansTimedOut = group.counter("plansTimedOut");
        for (Task task : Task.values()) {
            byTask.put(task, group.counter("assignments" + task.wireName()));
        }
        group.gauge("planAgeMs", () -> planAgeMs);
        group.gauge("planExpired", () -> planExpired);
        group.gauge("solveMillis", () -> solveMillis);
        group.gauge("unmetTargets", () -> unmetTargets);
        group.gauge("priceModelVersion", planner::modelVersion);
    }

    void count(SiteOutcome outcome) {
        for (DispatchAssignment assignment : outcome.assignments()) {
            assignments.inc();
            byTask.get(assignment.task()).inc();
            if (assignment.planId() == null) {
                assignmentsWithoutPlan.inc();
            }
        }
        if (outcome.request() != null) {
            plansRequested.inc();
        }
        count(outcome.event());
    }

    private void count(TruckDispatch.Event event) {
        switch (event) {
            case ACCEPTED -> accepted.inc();
            case REJECTED -> rejected.inc();
            case STATE_TOO_LATE -> stateTooLate.inc();
            case PLAN_SUPERSEDED -> plansSuperseded.inc();
            case NONE -> {
                // Nothing to count.
            }
        }
    }

    void solved(DispatchPlan plan) {
        plansSolved.inc();
        solveMillis = plan.solveMillis();
        unmetTargets = plan.unmet().size();
    }

    /** Counts a solve without a plan, for any cause. */
    void failed() {
        plansFailed.inc();
    }

    void timedOut() {
        plansTimedOut.inc();
    }

    /** Notes the age of the plan at a time; null before the first plan. */
    void plan(DispatchPlan plan, Instant at) {
        if (plan != null) {
            planAgeMs = Duration.between(plan.madeAt(), at).toMillis();
            planExpired = SiteDispatch.isValid(plan, at) ? 0 : 1;
        }
    }
}
