package io.fueloptimine.jobs.simulator.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AssignmentSubscriberTest {

    private final BlockingQueue<AssignmentMessage> assignments = new LinkedBlockingQueue<>();
    private final BlockingQueue<AssignmentConnection.Listener> opened = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Test
    void passesAssignmentsOnAndCountsUnreadableMessages() throws Exception {
        try (AssignmentSubscriber subscriber = subscriber()) {
            subscriber.start();
            AssignmentConnection.Listener connection = next();

            connection.received(bytes("{\"nonsense\":"));
            connection.received(assignment("A1"));

            assertThat(assignments.remove().requests().get(0).assignmentId()).isEqualTo("A1");
            assertThat(subscriber.counts()).isEqualTo(new AssignmentCounts(1, 1));
        }
        assertThat(closed).isTrue();
    }

    @Test
    void connectsAgainAfterALostConnection() throws Exception {
        try (AssignmentSubscriber subscriber = subscriber()) {
            subscriber.start();
            next().lost("connection refused");
            next().lost("session taken over");
            next().received(assignment("A2"));

            assertThat(assignments).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "{}",
                "{\"EquipmentId\":\"T1\",\"HaulTruckAssignmentRequestV2\":[]}",
                "{\"EquipmentId\":\"T1\",\"HaulTruckAssignmentRequestV2\":[{\"Task\":\"Load\"}]}",
                "{\"EquipmentId\":\"T1\",\"HaulTruckAssignmentRequestV2\":[null]}",
                "{\"EquipmentId\":\"T1\",\"Timestamp\":\"soon\"}"
            })
    void incompleteAssignmentsAreUnreadable(String json) {
        assertThat(AssignmentSubscriber.read(bytes(json))).isEmpty();
    }

    private AssignmentSubscriber subscriber() {
        return new AssignmentSubscriber(
                events -> {
                    opened.add(events);
                    return () -> closed.set(true);
                },
                assignments::add,
                Duration.ofMillis(1));
    }

    private AssignmentConnection.Listener next() throws InterruptedException {
        AssignmentConnection.Listener connection = opened.poll(10, TimeUnit.SECONDS);
        assertThat(connection).as("a connection was opened").isNotNull();
        return connection;
    }

    private static byte[] assignment(String id) {
        Instant issuedAt = Instant.parse("2026-01-05T08:00:00Z");
        AssignmentMessage.Request request =
                new AssignmentMessage.Request(
                        id, "Load", "F1", "S1", List.of("R1"), "PLAN", 1.5, issuedAt, null);
        return MineJson.toBytes(
                new AssignmentMessage(
                        "Open-Autonomy", 1, issuedAt, "andes", "T1", List.of(request)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
