package io.fueloptimine.connectors.mqtt.metrics;

import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;

/**
 * What a reader tells the control room. Thread-safe: connections count on their own threads.
 *
 * <p>{@code receivedMessages}, {@code redeliveredMessages} and {@code reconnects} count up. {@code
 * unacknowledgedMessages} is what the broker would send again after a crash now. {@code
 * inflightPerSession} is the fullest session's count at the last checkpoint: when it stands at the
 * broker's in-flight window, the window is the bottleneck.
 */
public final class MqttSourceMetrics {

    private final Counter received;
    private final Counter redelivered;
    private final Counter reconnects;
    private volatile int inflightPerSession;

    public MqttSourceMetrics(SourceReaderMetricGroup group) {
        received = group.counter("receivedMessages", new ThreadSafeSimpleCounter());
        redelivered = group.counter("redeliveredMessages", new ThreadSafeSimpleCounter());
        reconnects = group.counter("reconnects", new ThreadSafeSimpleCounter());
        group.gauge("inflightPerSession", (Gauge<Integer>) () -> inflightPerSession);
    }

    /** Shows what the reader holds and how much of it is not yet handed to the job. */
    public void watch(
            SourceReaderMetricGroup group,
            IntSupplier unacknowledged,
            IntSupplier connectedSessions,
            IntSupplier pending) {
        group.gauge("unacknowledgedMessages", (Gauge<Integer>) unacknowledged::getAsInt);
        group.gauge("connectedSessions", (Gauge<Integer>) connectedSessions::getAsInt);
        group.setPendingRecordsGauge(() -> (long) pending.getAsInt());
    }

    public void countReceived(boolean again) {
        received.inc();
        if (again) {
            redelivered.inc();
        }
    }

    public void countReconnect() {
        reconnects.inc();
    }

    public void inflightPerSession(int messages) {
        inflightPerSession = messages;
    }
}
