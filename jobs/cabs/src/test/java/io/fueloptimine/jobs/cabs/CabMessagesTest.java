package io.fueloptimine.jobs.cabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class CabMessagesTest {

    private final CabMessages messages = new CabMessages("pit");

    @Test
    void keepsTheAssignmentOnItsTrucksTopicAsLongAsItIsValid() {
        OutgoingMessage message = messages.apply(Assignments.of("T7", 1, Duration.ofMinutes(5)));

        assertThat(message.topic()).isEqualTo("pit/v1/dispatch/T7/assignment");
        assertThat(message.retained()).isTrue();
        assertThat(message.expiryS()).isEqualTo(300);
    }

    @Test
    void sendsTheVeryJsonThatStandsOnKafka() throws Exception {
        byte[] onKafka = MineJson.toBytes(Assignments.of("T7", 1, Duration.ofMinutes(5)));
        AssignmentMessage read = MineJson.fromBytes(onKafka, AssignmentMessage.class);

        assertThat(messages.apply(read).payload()).isEqualTo(onKafka);
    }

    @Test
    void givesAnAssignmentThatIsHardlyValidASecond() {
        assertThat(messages.apply(Assignments.of("T7", 1, Duration.ofMillis(-5))).expiryS())
                .isEqualTo(1);
    }

    @Test
    void travelsToTheTaskManagers() throws Exception {
        assertThat(InstantiationUtil.clone(messages).apply(Assignments.of("T1", 1, Duration.ZERO)))
                .isNotNull();
    }
}
