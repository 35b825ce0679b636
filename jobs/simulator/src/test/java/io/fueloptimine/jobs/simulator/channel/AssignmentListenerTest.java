package io.fueloptimine.jobs.simulator.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AssignmentListenerTest {

    private static final TopicPartition PARTITION =
            new TopicPartition(Topics.DISPATCH_ASSIGNMENTS, 0);

    private final BlockingQueue<AssignmentMessage> heard = new LinkedBlockingQueue<>();

    @Test
    void handsOnAssignmentsAndCountsWhatIsNone() throws Exception {
        MockConsumer<byte[], byte[]> consumer = consumer(bytes("{\"nonsense\":"), assignment("A1"));
        try (AssignmentListener listener = new AssignmentListener(() -> consumer, heard::add)) {
            listener.start();

            assertThat(heard.poll(10, TimeUnit.SECONDS))
                    .extracting(message -> message.requests().get(0).assignmentId())
                    .isEqualTo("A1");
            assertThat(listener.figures()).isEqualTo(new AssignmentFigures(1, 1));
        }
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void triesAgainWhenKafkaIsAway() throws Exception {
        Queue<Supplier<Consumer<byte[], byte[]>>> attempts =
                new ArrayDeque<>(
                        List.of(
                                () -> {
                                    throw new KafkaException("no resolvable bootstrap urls");
                                },
                                () -> consumer(assignment("A2"))));
        try (AssignmentListener listener =
                new AssignmentListener(() -> attempts.remove().get(), heard::add)) {
            listener.start();

            assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "17",
                "{}",
                "{\"EquipmentId\":\"T1\",\"HaulTruckAssignmentRequestV2\":[]}",
                "{\"EquipmentId\":\"T1\",\"HaulTruckAssignmentRequestV2\":[{\"Task\":\"Load\"}]}",
                "{\"EquipmentId\":\"T1\",\"HaulTruckAssignmentRequestV2\":[null]}",
                "{\"EquipmentId\":\"T1\",\"Timestamp\":\"soon\"}"
            })
    void readsNothingFromWhatNoTruckCouldFollow(String json) {
        assertThat(AssignmentListener.read(bytes(json))).isEmpty();
    }

    private static MockConsumer<byte[], byte[]> consumer(byte[]... values) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(PARTITION.topic(), 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(
                () -> {
                    for (int i = 0; i < values.length; i++) {
                        consumer.addRecord(
                                new ConsumerRecord<>(
                                        PARTITION.topic(), 0, i, (byte[]) null, values[i]));
                    }
                });
        return consumer;
    }

    private static byte[] assignment(String id) {
        Instant issuedAt = Instant.parse("2026-01-05T08:00:00Z");
        AssignmentMessage.Request request =
                new AssignmentMessage.Request(
                        id, "Load", "F1", "S1", List.of("R1"), "PLAN", 1.5, issuedAt, null);
        return MineJson.toBytes(
                new AssignmentMessage("Open-Autonomy", 1, issuedAt, "T1", List.of(request)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
