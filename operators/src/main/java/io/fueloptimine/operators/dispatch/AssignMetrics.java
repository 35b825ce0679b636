package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.Task;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Metrics of {@link AssignTrucks}. Use only on the operator's task thread. */
final class AssignMetrics {

    private final Counter assignments;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter toldTooLate;
    private final Counter plansOutrun;
    private final Map<Task, Counter> byTask = new EnumMap<>(Task.class);
    private volatile long planAgeMs;

    AssignMetrics(MetricGroup group) {
        assignments = group.counter("assignments");
        accepted = group.counter("assignmentsAccepted");
        rejected = group.counter("assignmentsRejected");
        toldTooLate = group.counter("statesToldTooLate");
        plansOutrun = group.counter("plansOutrunByNewer");
        for (Task task : Task.values()) {
            byTask.put(task, group.counter("assignments" + task.wireName()));
        }
        group.gauge("planAgeMs", () -> planAgeMs);
    }

    void assigned(Task task) {
        assignments.inc();
        byTask.get(task).inc();
    }

    void accepted() {
        accepted.inc();
    }

    void rejected() {
        rejected.inc();
    }

    void toldTooLate() {
        toldTooLate.inc();
    }

    void planOutrun() {
        plansOutrun.inc();
    }

    void planAge(long ageMs) {
        planAgeMs = ageMs;
    }
}
