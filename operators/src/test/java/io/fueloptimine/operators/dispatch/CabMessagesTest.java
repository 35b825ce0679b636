package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.time.Duration;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CabMessagesTest {

    private static final long WRITTEN_AT = 1_767_600_000_000L;

    private OneInputStreamOperatorTestHarness<AssignmentMessage, OutgoingMessage> harness;

    @BeforeEach
    void open() throws Exception {
        harness = ProcessFunctionTestHarnesses.forProcessFunction(new CabMessages());
        harness.setProcessingTime(WRITTEN_AT);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void keepsTheAssignmentOnItsTrucksTopicAsLongAsItIsValid() throws Exception {
        send(SampleAssignments.of("T7", 1, Duration.ofMinutes(5)));

        OutgoingMessage message = harness.extractOutputValues().get(0);
        assertThat(message.topic()).isEqualTo("pit/v1/dispatch/T7/assignment");
        assertThat(message.retained()).isTrue();
        assertThat(message.expiryS()).isEqualTo(300);
    }

    /** The job was away for four minutes: the truck has one left to act on it. */
    @Test
    void itsValidityCountsFromWhenItWasWritten() throws Exception {
        harness.setProcessingTime(WRITTEN_AT + Duration.ofMinutes(4).toMillis());
        send(SampleAssignments.of("T7", 1, Duration.ofMinutes(5)));

        assertThat(harness.extractOutputValues().get(0).expiryS()).isEqualTo(60);
    }

    @Test
    void doesNotSendAnExpiredAssignment() throws Exception {
        harness.setProcessingTime(WRITTEN_AT + Duration.ofHours(2).toMillis());
        send(SampleAssignments.of("T7", 1, Duration.ofMinutes(5)));
        send(SampleAssignments.of("T7", 2, Duration.ofMillis(-5)));

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void sendsTheSameJsonAsOnKafka() throws Exception {
        byte[] onKafka = MineJson.toBytes(SampleAssignments.of("T7", 1, Duration.ofMinutes(5)));
        send(MineJson.fromBytes(onKafka, AssignmentMessage.class));

        assertThat(harness.extractOutputValues().get(0).payload()).isEqualTo(onKafka);
    }

    @Test
    void givesAnAssignmentThatIsHardlyValidASecond() throws Exception {
        send(SampleAssignments.of("T7", 1, Duration.ofMillis(5)));

        assertThat(harness.extractOutputValues().get(0).expiryS()).isEqualTo(1);
    }

    private void send(AssignmentMessage assignment) throws Exception {
        harness.processElement(assignment, WRITTEN_AT);
    }
}
