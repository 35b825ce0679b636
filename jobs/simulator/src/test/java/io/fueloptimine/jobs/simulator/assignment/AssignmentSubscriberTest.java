package io.fueloptimine.jobs.simulator.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineJson;
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

    private final BlockingQueue<AssignmentMessage> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<AssignmentLink.Listener> opened = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Test
    void handsOnAssignmentsAndCountsWhatIsNone() throws Exception {
        try (AssignmentSubscriber listener = listener()) {
            listener.start();
            AssignmentLink.Listener link = next();

            link.heard(bytes("{\"nonsense\":"));
            link.heard(assignment("A1"));

            assertThat(heard.remove().requests().get(0).assignmentId()).isEqualTo("A1");
            assertThat(listener.figures()).isEqualTo(new AssignmentCounts(1, 1));
        }
        assertThat(closed).isTrue();
    }

    @Test
    void triesAgainWithAFreshLinkWhenTheBrokerIsAway() throws Exception {
        try (AssignmentSubscriber listener = listener()) {
            listener.start();
            next().lost("connection refused");
            next().lost("session taken over");
            next().heard(assignment("A2"));

            assertThat(heard).hasSize(1);
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
    void readsNothingFromWhatNoTruckCouldFollow(String json) {
        assertThat(AssignmentSubscriber.read(bytes(json))).isEmpty();
    }

    private AssignmentSubscriber listener() {
        return new AssignmentSubscriber(
                ear -> {
                    opened.add(ear);
                    return () -> closed.set(true);
                },
                heard::add,
                Duration.ofMillis(1));
    }

    private AssignmentLink.Listener next() throws InterruptedException {
        AssignmentLink.Listener link = opened.poll(10, TimeUnit.SECONDS);
        assertThat(link).as("a link was opened").isNotNull();
        return link;
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
