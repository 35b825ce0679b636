package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.dispatch.assignment.TruckDispatch;
import io.fueloptimine.models.mine.Task;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Metrics of {@link AssignTrucks}. Use only on the operator's task thread. */
final class AssignmentMetrics {

    private final Counter assignments;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter stateTooLate;
    private final Counter plansSuperseded;
    private final Map<Task, Counter> byTask = new EnumMap<>(Task.class);
    private volatile long planAgeMs;

    AssignmentMetrics(MetricGroup group) {
        assignments = group.counter("assignments");
        accepted = group.counter("assignmentsAccepted");
        rejected = group.counter("assignmentsRejected");
        stateTooLate = group.counter("statesTooLate");
        plansSuperseded = group.counter("plansSuperseded");
        for (Task task : Task.values()) {
            byTask.put(task, group.counter("assignments" + task.wireName()));
        }
        group.gauge("planAgeMs", () -> planAgeMs);
    }

    void assigned(Task task) {
        assignments.inc();
        byTask.get(task).inc();
    }

    void count(TruckDispatch.Event event) {
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

    void planAge(long ageMs) {
        planAgeMs = ageMs;
    }
}
