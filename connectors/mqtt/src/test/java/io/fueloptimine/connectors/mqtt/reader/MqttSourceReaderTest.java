package io.fueloptimine.connectors.mqtt.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.Acknowledgement;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MqttSourceReaderTest {

    private final LoopbackConnector broker = new LoopbackConnector();
    private final CollectedOutput output = new CollectedOutput();

    @Test
    void acknowledgesWhatACheckpointHoldsWhenItIsComplete() throws Exception {
        MqttSourceReader reader = reader(Acknowledgement.ON_CHECKPOINT);
        deliverAndPoll(reader, "a", "b");
        assertThat(reader.snapshotState(1)).isEmpty();
        deliverAndPoll(reader, "c");
        assertThat(broker.acknowledged).isEmpty();

        reader.notifyCheckpointComplete(1);

        assertThat(broker.acknowledged).containsExactly("a", "b");
    }

    @Test
    void coversFailedCheckpointsByTheNextThatIsComplete() throws Exception {
        MqttSourceReader reader = reader(Acknowledgement.ON_CHECKPOINT);
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
    void acknowledgesAtOnceOnReceipt() throws Exception {
        MqttSourceReader reader = reader(Acknowledgement.ON_RECEIPT);

        deliverAndPoll(reader, "a");

        assertThat(broker.acknowledged).containsExactly("a");
    }

    @Test
    void skipsAcknowledgementsOfALostConnection() throws Exception {
        MqttSourceReader reader = reader(Acknowledgement.ON_CHECKPOINT);
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
    void leavesWhatALostConnectionDeliveredButNobodySawToItsSecondComing() throws Exception {
        MqttSourceReader reader = reader(Acknowledgement.ON_CHECKPOINT);
        broker.deliver("unseen");
        broker.cut();
        awaitConnections(2);
        broker.deliverOn(0, "ghost");

        pollAll(reader);

        assertThat(output.emitted()).isEmpty();
    }

    @Test
    void failsTheJobOnAFaultThatNoRetryMends() {
        MqttSourceReader reader = reader(Acknowledgement.ON_CHECKPOINT);

        broker.takeOver();

        assertThat(reader.isAvailable()).isCompleted();
        assertThatThrownBy(() -> reader.pollNext(output))
                .isInstanceOf(MqttSessionException.class)
                .hasMessageContaining("ingest-0")
                .hasMessageContaining("taken");
        assertThat(broker.connections).hasSize(1);
    }

    @Test
    void isAvailableOnlyWhileThereIsSomethingToPoll() throws Exception {
        MqttSourceReader reader = reader(Acknowledgement.ON_CHECKPOINT);
        assertThat(reader.isAvailable()).isNotDone();
        var waiting = reader.isAvailable();

        broker.deliver("a");

        assertThat(waiting).isCompleted();
        pollAll(reader);
        assertThat(reader.isAvailable()).isNotDone();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    }

    @Test
    void leavesTheBrokerWhenClosedAndHearsNoMore() throws Exception {
        MqttSourceReader reader = reader(Acknowledgement.ON_CHECKPOINT);
        reader.close();

        broker.deliver("late");
        broker.cut();

        assertThat(broker.left).isEqualTo(1);
        assertThat(broker.connections).hasSize(1);
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    }

    private MqttSourceReader reader(Acknowledgement acknowledgement) {
        MqttSourceReader reader =
                new MqttSourceReader(
                        broker,
                        settings(acknowledgement),
                        InternalSourceReaderMetricGroup.mock(new UnregisteredMetricsGroup()));
        reader.start();
        reader.addSplits(List.of(new MqttSessionSplit("ingest", 0)));
        return reader;
    }

    private static MqttSourceSettings settings(Acknowledgement acknowledgement) {
        Duration second = Duration.ofSeconds(1);
        Duration pause = Duration.ofMillis(1);
        return new MqttSourceSettings(
                MqttConnectionSettings.plain("localhost", 1883),
                "ingest",
                List.of("mine/v1/#"),
                1,
                100,
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
        while (broker.connections.size() < count) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
