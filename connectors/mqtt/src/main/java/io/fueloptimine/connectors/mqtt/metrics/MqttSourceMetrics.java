package io.fueloptimine.connectors.mqtt.metrics;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;

/**
 * The Flink metrics of a source reader; the table in this module's README documents each of them.
 * Thread-safe, because connections update the metrics on their own threads.
 */
public final class MqttSourceMetrics {

    /** The names of a reader's metrics, in the order of the README's table. */
    public static final List<String> OF_READER =
            List.of(
                    "receivedMessages",
                    "redeliveredMessages",
                    "droppedMessages",
                    "unacknowledgedMessages",
                    "windowFullMillis",
                    "connectedSessions",
                    "reconnects",
                    "sessionsLost");

    /**
     * The names of the metrics of each session. Their metric group is {@code session} with the name
     * of the session.
     */
    public static final List<String> OF_SESSION = List.of("inflight", "lagMillis");

    private final SourceReaderMetricGroup group;
    private final Counter received;
    private final Counter redelivered;
    private final Counter emitted;
    private final Counter dropped;
    private final Counter reconnects;
    private final Counter sessionsLost;

    public MqttSourceMetrics(SourceReaderMetricGroup group) {
        this.group = group;
        received = group.counter("receivedMessages", new ThreadSafeSimpleCounter());
        redelivered = group.counter("redeliveredMessages", new ThreadSafeSimpleCounter());
        emitted = group.getIOMetricGroup().getNumRecordsInCounter();
        dropped = group.counter("droppedMessages", new ThreadSafeSimpleCounter());
        reconnects = group.counter("reconnects", new ThreadSafeSimpleCounter());
        sessionsLost = group.counter("sessionsLost", new ThreadSafeSimpleCounter());
    }

    /** Registers the gauges of the reader. */
    public void watchReader(
            IntSupplier unacknowledged,
            IntSupplier connectedSessions,
            LongSupplier windowFullMillis,
            IntSupplier pending) {
        group.gauge("unacknowledgedMessages", (Gauge<Integer>) unacknowledged::getAsInt);
        group.gauge("connectedSessions", (Gauge<Integer>) connectedSessions::getAsInt);
        group.gauge("windowFullMillis", (Gauge<Long>) windowFullMillis::getAsLong);
        group.setPendingRecordsGauge(() -> (long) pending.getAsInt());
    }

    /** Registers the gauges of one session. */
    public void watchSession(String id, IntSupplier inflight, LongSupplier lagMillis) {
        MetricGroup session = group.addGroup("session", id);
        session.gauge("inflight", (Gauge<Integer>) inflight::getAsInt);
        session.gauge("lagMillis", (Gauge<Long>) lagMillis::getAsLong);
    }

    public void countReceived(boolean redeliveredByBroker) {
        received.inc();
        if (redeliveredByBroker) {
            redelivered.inc();
        }
    }

    /**
     * Increments Flink's metric {@code numRecordsIn}, which a source reader has to count itself.
     */
    public void countEmitted() {
        emitted.inc();
    }

    public void countDropped() {
        dropped.inc();
    }

    public void countReconnect() {
        reconnects.inc();
    }

    public void countSessionLost() {
        sessionsLost.inc();
    }
}
