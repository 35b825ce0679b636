package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.AcknowledgementMode;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.connection.Backoff;
import io.fueloptimine.connectors.mqtt.connection.UninterruptibleWait;
import io.fueloptimine.connectors.mqtt.metrics.MqttSourceMetrics;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.reading.RawMessage;
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
 * Emits the messages that its sessions receive and acknowledges each when the checkpoint that
 * contains it is complete.
 *
 * <p>The reader's snapshot is empty, because the broker keeps unacknowledged messages.
 *
 * <p>The memory is limited to the unacknowledged messages that the broker allows for all sessions.
 * Before a message is emitted, it is in memory twice (its bytes and the client's object);
 * afterwards only the client's object remains until the checkpoint is complete. MQTT's flow control
 * does not cover messages at QoS 0, which are dropped and counted while the number of
 * unacknowledged messages is at its limit.
 *
 * <p>A session that Flink pauses for watermark alignment emits nothing. Its messages stay
 * unacknowledged, so that the broker stops sending when the limit of unacknowledged messages is
 * reached.
 *
 * <p>All methods run on the task thread; only the metrics are read by other threads.
 */
public final class MqttSourceReader implements SourceReader<RawMessage, MqttSessionSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSourceReader.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(15);

    private final SessionConnector connector;
    private final MqttSourceSettings settings;
    private final MqttSourceMetrics metrics;
    private final DeliveryQueue queue = new DeliveryQueue();
    private final PendingAcknowledgements pending = new PendingAcknowledgements();
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
                queue::size);
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<MqttSessionSplit> splits) {
        for (MqttSessionSplit split : splits) {
            InflightWindow window = new InflightWindow(settings.window(), System::nanoTime);
            MqttSession session =
                    new MqttSession(split, connector, timer, queue, newBackoff(), window, metrics);
            sessions.add(session);
            metrics.watchSession(session.id(), window::inflight, window::lagMillis);
            session.connect();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<RawMessage> output) throws IOException {
        ReceivedMessage received = queue.poll();
        if (received == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        AcknowledgementHandle acknowledgement = received.acknowledgement();
        // The broker sends messages of a lost connection again, so they are skipped here.
        if (acknowledgement.isCurrent()) {
            output.createOutputForSplit(acknowledgement.sessionId()).collect(received.message());
            metrics.countEmitted();
            settle(acknowledgement);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return queue.available();
    }

    @Override
    public void pauseOrResumeSplits(
            Collection<String> sessionsToPause, Collection<String> sessionsToResume) {
        sessionsToPause.forEach(queue::pause);
        sessionsToResume.forEach(queue::resume);
    }

    @Override
    public List<MqttSessionSplit> snapshotState(long checkpointId) {
        pending.checkpointTaken(checkpointId);
        return List.of();
    }

    /**
     * Acknowledges the messages of this checkpoint and of all earlier checkpoints. An aborted
     * checkpoint needs no handling, because the next complete checkpoint includes its messages. An
     * acknowledgement passes a packet to the client's thread, which takes some microseconds on the
     * task thread.
     *
     * @throws IOException if a session has failed; the failure is also thrown here, because a
     *     source that waits for watermark alignment is not polled
     */
    @Override
    public void notifyCheckpointComplete(long checkpointId) throws IOException {
        pending.checkpointCompleted(checkpointId).forEach(AcknowledgementHandle::acknowledge);
        queue.throwFailure();
    }

    /**
     * Does nothing; Flink does not call this method, because the source is unbounded and the number
     * of sessions is fixed.
     */
    @Override
    public void notifyNoMoreSplits() {}

    /**
     * Disconnects and waits until all connections have ended, so that the next attempt of this task
     * does not end a connection that is still open.
     */
    @Override
    public void close() {
        CompletableFuture<?>[] closing =
                sessions.stream().map(MqttSession::close).toArray(CompletableFuture[]::new);
        timer.shutdownNow();
        if (!UninterruptibleWait.until(CompletableFuture.allOf(closing), CLOSE_TIMEOUT)) {
            LOG.warn("Not every MQTT session was closed within {}", CLOSE_TIMEOUT);
        }
    }

    private void settle(AcknowledgementHandle acknowledgement) {
        if (settings.acknowledgement() == AcknowledgementMode.ON_RECEIPT) {
            acknowledgement.acknowledge();
        } else {
            pending.emitted(acknowledgement);
        }
    }

    private Backoff newBackoff() {
        return new Backoff(
                settings.initialBackoff(), settings.maxBackoff(), RandomGenerator.getDefault());
    }
}
