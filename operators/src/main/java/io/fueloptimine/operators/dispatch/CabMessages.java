package io.fueloptimine.operators.dispatch;

import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Converts assignments to MQTT messages for the trucks' tablets. The payload is the JSON of the
 * Kafka record. The message is retained, so that a tablet that reconnects receives it, until it
 * expires or a newer assignment replaces it. An assignment that has expired before the job reads
 * it, for example during a downtime, is dropped and counted as {@code expiredAssignments}.
 *
 * <p>The period of validity starts at the timestamp of the Kafka record, which is wall-clock time.
 * The length of the period is the difference between the assignment's issue time and its end of
 * validity. These two times are not used directly, because the clock of a simulated mine differs
 * from the wall clock.
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
