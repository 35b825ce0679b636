package io.fueloptimine.connectors.mqtt.sink;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/**
 * The Flink metrics of a sink, in addition to Flink's own counts of sent records: {@code
 * acknowledgedMessages}, {@code refusedMessages} (dropped because the broker will never accept
 * them; a best-effort sink also counts messages dropped for other reasons), {@code expiredMessages}
 * (dropped because they expired while the broker was unreachable), {@code unacknowledgedMessages},
 * {@code reconnects} and {@code brokerConnected} (1 or 0).
 */
final class MqttSinkMetrics {

    private final SinkWriterMetricGroup group;
    private final Counter acknowledged;
    private final Counter refused;

    MqttSinkMetrics(SinkWriterMetricGroup group, MqttPublisher publisher) {
        this.group = group;
        this.acknowledged = group.counter("acknowledgedMessages");
        this.refused = group.counter("refusedMessages");
        group.gauge("expiredMessages", (Gauge<Long>) () -> publisher.counts().expired());
        group.gauge(
                "unacknowledgedMessages",
                (Gauge<Integer>) () -> publisher.counts().unacknowledged());
        group.gauge("reconnects", (Gauge<Long>) () -> publisher.counts().reconnects());
        group.gauge(
                "brokerConnected", (Gauge<Integer>) () -> publisher.counts().connected() ? 1 : 0);
    }

    void countSent(int bytes) {
        group.getNumRecordsSendCounter().inc();
        group.getNumBytesSendCounter().inc(bytes);
    }

    void countAcknowledged() {
        acknowledged.inc();
    }

    void countRefused() {
        refused.inc();
        group.getNumRecordsSendErrorsCounter().inc();
    }

    void countFailed() {
        group.getNumRecordsSendErrorsCounter().inc();
    }
}
