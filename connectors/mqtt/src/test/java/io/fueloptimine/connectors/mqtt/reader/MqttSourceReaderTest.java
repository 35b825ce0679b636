package io.fueloptimine.connectors.mqtt.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.AcknowledgementMode;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.metrics.MqttSourceMetrics;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MqttSourceReaderTest {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final LoopbackConnector broker = new LoopbackConnector();
    private final CollectedOutput output = new CollectedOutput();
    private final RecordedMetrics metrics = new RecordedMetrics();

    @Test
    void acknowledgesTheMessagesOfACompleteCheckpoint() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        deliverAndPoll(reader, "a", "b");
        assertThat(reader.snapshotState(1)).isEmpty();
        deliverAndPoll(reader, "c");
        assertThat(broker.acknowledged).isEmpty();

        reader.notifyCheckpointComplete(1);

        assertThat(broker.acknowledged).containsExactly("a", "b");
    }

    @Test
    void acknowledgesFailedCheckpointsWithTheNextCompleteOne() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        deliverAndPoll(reader, "a");
        reader.snapshotState(1);
        deliverAndPoll(reader, "b");
        reader.snapshotState(2);
        deliverAndPoll(reader, "c");
        reader.snapshotState(3);

        reader.notifyCheckpointComplete(2);

        assertThat(broker.acknowledged).containsExactly("a", "b");
    }

    @Test
    void acknowledgesAtOnceInModeOnReceipt() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_RECEIPT);

        deliverAndPoll(reader, "a");

        assertThat(broker.acknowledged).containsExactly("a");
    }

    @Test
    void skipsAcknowledgementsOfALostConnection() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        deliverAndPoll(reader, "a");
        reader.snapshotState(1);
        broker.cut();
        awaitConnections(2);
        deliverAndPoll(reader, "a again");
        reader.snapshotState(2);

        reader.notifyCheckpointComplete(2);

        assertThat(broker.acknowledged).containsExactly("a again");
    }

    @Test
    void skipsUnpolledMessagesOfALostConnection() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        broker.deliver("unseen");
        broker.cut();
        awaitConnections(2);
        broker.deliverOn(0, "late");

        pollAll(reader);

        assertThat(output.emitted()).isEmpty();
    }

    @Test
    void failsTheJobOnAFatalFault() {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);

        broker.takeOver();

        assertThat(reader.isAvailable()).isCompleted();
        assertThatThrownBy(() -> reader.pollNext(output))
                .isInstanceOf(MqttSessionException.class)
                .hasMessageContaining("ingest-0")
                .hasMessageContaining("taken");
        assertThat(broker.connections).hasSize(1);
    }

    @Test
    void isAvailableOnlyWhileMessagesAreWaiting() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        assertThat(reader.isAvailable()).isNotDone();
        var waiting = reader.isAvailable();

        broker.deliver("a");

        assertThat(waiting).isCompleted();
        pollAll(reader);
        assertThat(reader.isAvailable()).isNotDone();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    }

    @Test
    void disconnectsOnCloseAndIgnoresLaterEvents() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        reader.close();

        broker.deliver("late");
        broker.cut();

        assertThat(broker.left).isEqualTo(1);
        assertThat(broker.connections).hasSize(1);
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    }

    @Test
    void acknowledgesOnceIfACheckpointIsNotifiedTwice() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        deliverAndPoll(reader, "a");
        reader.snapshotState(1);

        reader.notifyCheckpointComplete(1);
        reader.notifyCheckpointComplete(1);

        assertThat(broker.acknowledged).containsExactly("a");
    }

    @Test
    void acknowledgesAbortedCheckpointsWithTheNextCompleteOne() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        deliverAndPoll(reader, "a");
        reader.snapshotState(1);
        reader.notifyCheckpointAborted(1);
        assertThat(broker.acknowledged).isEmpty();
        deliverAndPoll(reader, "b");
        reader.snapshotState(2);

        reader.notifyCheckpointComplete(2);

        assertThat(broker.acknowledged).containsExactly("a", "b");
    }

    @Test
    void withholdsAPausedSessionAndResumesItInOrder() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        addSession(reader, 1);
        broker.deliverOn(0, "a1");
        reader.pauseOrResumeSplits(List.of("ingest-0"), List.of());
        assertThat(reader.isAvailable()).isNotDone();

        broker.deliverOn(0, "a2");
        broker.deliverOn(1, "b1");
        pollAll(reader);

        assertThat(output.texts()).containsExactly("b1");
        assertThat(metrics.number("unacknowledgedMessages")).isEqualTo(3);
        var waiting = reader.isAvailable();
        assertThat(waiting).isNotDone();

        reader.pauseOrResumeSplits(List.of(), List.of("ingest-0"));

        assertThat(waiting).isCompleted();
        pollAll(reader);
        assertThat(output.texts()).containsExactly("b1", "a1", "a2");
        assertThat(output.splits()).containsExactly("ingest-1", "ingest-0");
    }

    @Test
    void acknowledgesNoWithheldMessageOfAPausedSession() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        reader.pauseOrResumeSplits(List.of("ingest-0"), List.of());
        deliverAndPoll(reader, "a");
        reader.snapshotState(1);
        reader.notifyCheckpointComplete(1);
        assertThat(broker.acknowledged).isEmpty();

        reader.pauseOrResumeSplits(List.of(), List.of("ingest-0"));
        pollAll(reader);
        reader.snapshotState(2);
        reader.notifyCheckpointComplete(2);

        assertThat(broker.acknowledged).containsExactly("a");
    }

    @Test
    void keepsASessionPausedAfterItsConnectionIsLost() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        reader.pauseOrResumeSplits(List.of("ingest-0"), List.of());
        broker.deliver("a");
        broker.cut();
        awaitConnections(2);
        broker.deliver("a again");
        pollAll(reader);
        assertThat(output.emitted()).isEmpty();

        reader.pauseOrResumeSplits(List.of(), List.of("ingest-0"));
        pollAll(reader);

        assertThat(output.texts()).containsExactly("a again");
    }

    @Test
    void reportsAFaultOfAPausedSourceAtTheNextCheckpoint() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        reader.pauseOrResumeSplits(List.of("ingest-0"), List.of());

        broker.takeOver();

        assertThat(reader.isAvailable()).isCompleted();
        assertThatThrownBy(() -> reader.notifyCheckpointComplete(1))
                .isInstanceOf(MqttSessionException.class)
                .hasMessageContaining("taken");
    }

    @Test
    void holdsAtMostOneWindowAfterRepeatedDisconnects() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        for (int connection = 1; connection <= 20; connection++) {
            awaitConnections(connection);
            broker.deliver("a");
            broker.deliver("b");
            assertThat(metrics.number("pendingRecords")).isEqualTo(2);
            broker.cut();
        }

        assertThat(metrics.number("pendingRecords")).isZero();
        assertThat(metrics.number("reconnects")).isEqualTo(20);
        reader.close();
    }

    @Test
    void failsTheJobWhenItCannotStartToConnect() {
        broker.broken = true;

        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);

        assertThatThrownBy(() -> reader.pollNext(output))
                .isInstanceOf(MqttSessionException.class)
                .hasMessageContaining("cannot start to connect");
        reader.close();
    }

    @Test
    void countsSessionsThatTheBrokerLost() throws Exception {
        reader(AcknowledgementMode.ON_CHECKPOINT);
        broker.cut();
        awaitConnections(2);
        await(() -> metrics.number("connectedSessions") == 1);
        assertThat(metrics.number("sessionsLost")).isZero();

        broker.forgetsSessions = true;
        broker.cut();
        awaitConnections(3);

        await(() -> metrics.number("sessionsLost") == 1);
    }

    /** For example after a power failure of both, if the broker does not persist sessions. */
    @Test
    void countsSessionsThatTheBrokerLostWhileTheJobWasDown() throws Exception {
        broker.forgetsSessions = true;
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        await(() -> metrics.number("connectedSessions") == 1);
        assertThat(metrics.number("sessionsLost")).as("a first start").isZero();

        reader.addSplits(List.of(new MqttSessionSplit("ingest", 7, true)));

        await(() -> metrics.number("sessionsLost") == 1);
    }

    @Test
    void hasNoCapacityForQos0MessagesWhileTheWindowIsFull() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        var session = broker.connections.get(0);
        deliverAndPoll(reader, "a", "b");
        assertThat(session.hasCapacity()).isTrue();

        deliverAndPoll(reader, "c");
        assertThat(session.hasCapacity()).isFalse();
        session.dropped();
        assertThat(metrics.number("droppedMessages")).isEqualTo(1);

        reader.snapshotState(1);
        reader.notifyCheckpointComplete(1);
        assertThat(session.hasCapacity()).isTrue();
    }

    @Test
    void registersTheDocumentedMetrics() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        deliverAndPoll(reader, "a", "b", "c");

        assertThat(metrics.names()).containsAll(MqttSourceMetrics.OF_READER);
        assertThat(metrics.number("receivedMessages")).isEqualTo(3);
        assertThat(metrics.number("session.ingest-0.inflight")).isEqualTo(3);
        assertThat(metrics.names())
                .containsAll(
                        MqttSourceMetrics.OF_SESSION.stream()
                                .map(name -> "session.ingest-0." + name)
                                .toList());
    }

    @Test
    void disconnectsWhenClosedWhileConnecting() throws Exception {
        MqttSourceReader reader = reader(AcknowledgementMode.ON_CHECKPOINT);
        broker.gate = new CompletableFuture<>();
        broker.cut();
        await(() -> broker.connecting);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(reader::close);
        await(() -> metrics.number("connectedSessions") == 0);
        assertThat(closed).isNotDone();
        broker.gate.complete(null);

        closed.join();
        assertThat(broker.left).isEqualTo(1);
        assertThat(metrics.number("connectedSessions")).isZero();
    }

    private static void addSession(MqttSourceReader reader, int index) {
        reader.addSplits(List.of(new MqttSessionSplit("ingest", index)));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private MqttSourceReader reader(AcknowledgementMode acknowledgement) {
        MqttSourceReader reader =
                new MqttSourceReader(
                        broker,
                        settings(acknowledgement),
                        InternalSourceReaderMetricGroup.mock(metrics));
        reader.start();
        addSession(reader, 0);
        return reader;
    }

    private static MqttSourceSettings settings(AcknowledgementMode acknowledgement) {
        Duration second = Duration.ofSeconds(1);
        Duration pause = Duration.ofMillis(1);
        return new MqttSourceSettings(
                MqttConnectionSettings.plain("localhost", 1883),
                "ingest",
                "ingest",
                List.of("mine/v1/#"),
                1,
                100,
                3,
                acknowledgement,
                second,
                pause,
                pause);
    }

    private void deliverAndPoll(MqttSourceReader reader, String... texts) throws Exception {
        for (String text : texts) {
            broker.deliver(text);
        }
        pollAll(reader);
    }

    private void pollAll(MqttSourceReader reader) throws Exception {
        while (reader.pollNext(output) == InputStatus.MORE_AVAILABLE) {
            assertThat(output.emitted()).hasSizeLessThan(100);
        }
    }

    private void awaitConnections(int count) {
        await(() -> broker.connections.size() >= count);
    }
}
