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
 * What a reader tells the control room; the table in this module's README says what each means.
 * Thread-safe: connections count on their own threads.
 */
public final class MqttSourceMetrics {

    /** A reader's metrics, in the order of the README's table. */
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

    /** The metrics of each session, in the group {@code session} and its name. */
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

    /** Shows what the reader holds and how much of it is not yet handed to the job. */
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

    /** Shows what one session holds. */
    public void watchSession(String id, IntSupplier inflight, LongSupplier lagMillis) {
        MetricGroup session = group.addGroup("session", id);
        session.gauge("inflight", (Gauge<Integer>) inflight::getAsInt);
        session.gauge("lagMillis", (Gauge<Long>) lagMillis::getAsLong);
    }

    public void countReceived(boolean again) {
        received.inc();
        if (again) {
            redelivered.inc();
        }
    }

    /** Handed to the job: Flink's own {@code numRecordsIn}, which a reader counts itself. */
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
