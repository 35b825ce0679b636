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
import java.util.Collection;
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
 * <p>Its snapshot is empty: the broker keeps whatever is not acknowledged. It holds at most the
 * windows of its sessions (what is sent at QoS 0, outside MQTT's flow control, is dropped and
 * counted beyond them), each message twice (its bytes and the client's), then once until its
 * checkpoint is complete. A session that Flink pauses, since its watermark is ahead of the others,
 * emits nothing; its messages stay unacknowledged, so that the broker's window stops it in turn.
 * All methods run on the task's thread; only the metrics are read from elsewhere.
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
        metrics.watchReader(
                () -> sessions.stream().mapToInt(session -> session.window().inflight()).sum(),
                () -> (int) sessions.stream().filter(MqttSession::isUp).count(),
                () -> sessions.stream().mapToLong(session -> session.window().fullMillis()).sum(),
                handOver::size);
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<MqttSessionSplit> splits) {
        for (MqttSessionSplit split : splits) {
            InflightWindow window = new InflightWindow(settings.window(), System::nanoTime);
            MqttSession session =
                    new MqttSession(
                            split, connector, timer, handOver, newBackoff(), window, metrics);
            sessions.add(session);
            metrics.watchSession(session.id(), window::inflight, window::lagMillis);
            session.connect();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<RawMessage> output) throws IOException {
        Delivery delivery = handOver.poll();
        if (delivery == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        Receipt receipt = delivery.receipt();
        // What came over a lost connection and was not yet emitted is left to its second coming.
        if (receipt.isCurrent()) {
            output.createOutputForSplit(receipt.sessionId()).collect(delivery.message());
            metrics.countEmitted();
            settle(receipt);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return handOver.available();
    }

    @Override
    public void pauseOrResumeSplits(
            Collection<String> sessionsToPause, Collection<String> sessionsToResume) {
        sessionsToPause.forEach(handOver::pause);
        sessionsToResume.forEach(handOver::resume);
    }

    @Override
    public List<MqttSessionSplit> snapshotState(long checkpointId) {
        ledger.checkpointTaken(checkpointId);
        return List.of();
    }

    /**
     * Acknowledges what this checkpoint and those before it hold. An aborted one needs no word:
     * what it held is acknowledged with the next that completes. To acknowledge hands a packet to
     * the client's own thread, some microseconds each: cheap enough for the task's thread.
     *
     * @throws IOException if a session cannot go on: a source that waits for its alignment is not
     *     polled, so that it would not hear of it otherwise
     */
    @Override
    public void notifyCheckpointComplete(long checkpointId) throws IOException {
        ledger.checkpointCompleted(checkpointId).forEach(Receipt::acknowledge);
        handOver.throwFailure();
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

    private void settle(Receipt receipt) {
        if (settings.acknowledgement() == Acknowledgement.ON_RECEIPT) {
            receipt.acknowledge();
        } else {
            ledger.emitted(receipt);
        }
    }

    private Backoff newBackoff() {
        return new Backoff(
                settings.initialBackoff(), settings.maxBackoff(), RandomGenerator.getDefault());
    }
}
