package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.Acknowledgement;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.connection.Backoff;
import io.fueloptimine.connectors.mqtt.connection.UninterruptedWait;
import io.fueloptimine.connectors.mqtt.metrics.MqttSourceMetrics;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.RawMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits what its sessions receive, and acknowledges it when the checkpoint that holds it is
 * complete.
 *
 * <p>Its snapshot is empty: the broker keeps whatever is not acknowledged. All methods run on the
 * task's thread; only the metrics are read from elsewhere.
 */
public final class MqttSourceReader implements SourceReader<RawMessage, MqttSessionSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSourceReader.class);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(15);

    private final SessionConnector connector;
    private final MqttSourceSettings settings;
    private final MqttSourceMetrics metrics;
    private final HandOver handOver = new HandOver();
    private final AcknowledgementLedger ledger = new AcknowledgementLedger();
    private final List<MqttSession> sessions = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "mqtt-reconnect");
                        thread.setDaemon(true);
                        return thread;
                    });

    public MqttSourceReader(
            SessionConnector connector,
            MqttSourceSettings settings,
            SourceReaderMetricGroup metricGroup) {
        this.connector = connector;
        this.settings = settings;
        this.metrics = new MqttSourceMetrics(metricGroup);
        metrics.watch(
                metricGroup,
                () -> sessions.stream().mapToInt(MqttSession::unacknowledged).sum(),
                () -> (int) sessions.stream().filter(MqttSession::isUp).count(),
                handOver::size);
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<MqttSessionSplit> splits) {
        for (MqttSessionSplit split : splits) {
            MqttSession session =
                    new MqttSession(split, connector, timer, handOver, newBackoff(), metrics);
            sessions.add(session);
            session.connect();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<RawMessage> output) throws IOException {
        Delivery delivery = handOver.poll();
        if (delivery == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        // What came over a lost connection and was not yet emitted is left to its second coming.
        if (delivery.isAcknowledgeable()) {
            output.collect(delivery.message());
            settle(delivery);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return handOver.available();
    }

    @Override
    public List<MqttSessionSplit> snapshotState(long checkpointId) {
        ledger.checkpointTaken(checkpointId);
        return List.of();
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        metrics.inflightPerSession(
                sessions.stream().mapToInt(MqttSession::unacknowledged).max().orElse(0));
        ledger.checkpointCompleted(checkpointId).forEach(Delivery::acknowledge);
    }

    /** Never called: the sessions' number is fixed and the source has no end. */
    @Override
    public void notifyNoMoreSplits() {}

    /**
     * Leaves the broker and waits until it has, so that the next attempt of this task does not find
     * its own ghost holding the session.
     */
    @Override
    public void close() {
        CompletableFuture<?>[] leaving =
                sessions.stream().map(MqttSession::close).toArray(CompletableFuture[]::new);
        timer.shutdownNow();
        if (!UninterruptedWait.until(CompletableFuture.allOf(leaving), LEAVE_TIMEOUT)) {
            LOG.warn("Not every MQTT session was left within {}", LEAVE_TIMEOUT);
        }
    }

    private void settle(Delivery delivery) {
        if (settings.acknowledgement() == Acknowledgement.ON_RECEIPT) {
            delivery.acknowledge();
        } else {
            ledger.emitted(delivery);
        }
    }

    private Backoff newBackoff() {
        return new Backoff(
                settings.initialBackoff(), settings.maxBackoff(), RandomGenerator.getDefault());
    }
}
