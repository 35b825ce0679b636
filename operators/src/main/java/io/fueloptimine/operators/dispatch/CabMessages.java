package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * An assignment as its truck's tablet gets it: the JSON that stands on Kafka, retained, so that a
 * tablet that comes out of a radio shadow finds it, until it is no longer valid or a newer one
 * replaces it. One that was no longer valid when the job came to it, having been away, reaches
 * nobody and is counted as {@code expiredAssignments}.
 *
 * <p>It is valid from when it was put on Kafka, wall-clock, for as long as it says between its own
 * times: a simulated mine's clock is not ours.
 */
public final class CabMessages extends ProcessFunction<AssignmentMessage, OutgoingMessage> {

    private static final long serialVersionUID = 1L;

    private transient Counter expired;

    @Override
    public void open(OpenContext context) {
        expired = getRuntimeContext().getMetricGroup().counter("expiredAssignments");
    }

    @Override
    public void processElement(
            AssignmentMessage assignment, Context context, Collector<OutgoingMessage> out) {
        long now = context.timerService().currentProcessingTime();
        Long writtenAt = context.timestamp();
        long ageMs = writtenAt == null ? 0 : Math.max(0, now - writtenAt);
        long leftMs = validity(assignment).toMillis() - ageMs;
        if (leftMs <= 0) {
            expired.inc();
            return;
        }
        out.collect(
                new OutgoingMessage(
                        Topics.assignment(assignment.site(), assignment.equipmentId()),
                        MineJson.toBytes(assignment),
                        true,
                        Math.max(1, TimeUnit.MILLISECONDS.toSeconds(leftMs))));
    }

    private static Duration validity(AssignmentMessage assignment) {
        return Duration.between(assignment.timestamp(), assignment.requests().get(0).validUntil());
    }
}
