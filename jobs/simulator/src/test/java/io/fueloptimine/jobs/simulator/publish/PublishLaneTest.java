package io.fueloptimine.jobs.simulator.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PublishLaneTest {

    private static final long FIVE_SECONDS_NS = TimeUnit.SECONDS.toNanos(5);

    private final ScriptedLink first = new ScriptedLink(3);
    private final ScriptedLink second = new ScriptedLink(100);
    private final Queue<MqttLink> spare = new ArrayDeque<>(List.of(second));
    private int failuresBeforeTheSpare;
    private final PublishLane lane = new PublishLane("lane", first, this::nextLink, 5, 100);

    @AfterEach
    void closeTheLane() {
        lane.close();
    }

    @Test
    void keepsNoMoreUnansweredThanTheBrokerReceives() throws Exception {
        lane.start();
        offer(0, 5);
        first.awaitPublished(3);
        assertThat(first.published()).hasSize(3);

        first.answer(0, MqttLink.Answer.ACCEPTED);
        first.awaitPublished(4);

        assertThat(first.published()).hasSize(4);
        assertThat(lane.figures()).isEqualTo(new PublishCounts(1, 4, 0, 0, 0));
    }

    @Test
    void makesAnOfferWaitWhileItHoldsAllItMay() throws Exception {
        lane.start();
        offer(0, 5);
        first.awaitPublished(3);
        CountDownLatch taken = new CountDownLatch(1);
        Thread offering = new Thread(() -> offerThen(message(5), taken));
        offering.start();
        assertThat(taken.await(100, TimeUnit.MILLISECONDS)).isFalse();

        first.answer(0, MqttLink.Answer.ACCEPTED);

        assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
        offering.join();
    }

    @Test
    void sendsAgainInOrderOverAFreshLinkWhatWasNotAnswered() throws Exception {
        failuresBeforeTheSpare = 2;
        lane.start();
        offer(0, 5);
        first.awaitPublished(3);
        first.answer(1, MqttLink.Answer.ACCEPTED);
        first.awaitPublished(4);

        first.breakOff(0);
        second.awaitPublished(4);
        answerAll(second, 4);

        assertThat(lane.awaitEmpty(FIVE_SECONDS_NS)).isTrue();
        assertThat(second.published())
                .extracting(OutboundMessage::topic)
                .containsExactly("0", "2", "3", "4");
        assertThat(second.published().get(0)).isSameAs(first.published().get(0));
        assertThat(lane.figures()).isEqualTo(new PublishCounts(5, 0, 3, 0, 0));
        assertThat(first.isClosed()).isTrue();
    }

    @Test
    void ignoresAnAnswerOfALinkThatWasGivenUp() throws Exception {
        lane.start();
        offer(0, 2);
        first.awaitPublished(2);
        first.breakOff(0);
        second.awaitPublished(2);

        first.answer(1, MqttLink.Answer.ACCEPTED);

        assertThat(lane.figures()).isEqualTo(new PublishCounts(0, 2, 2, 0, 0));
    }

    @Test
    void countsRefusedAndUnheardMessagesApart() throws Exception {
        lane.start();
        offer(0, 3);
        first.awaitPublished(3);
        first.answer(0, MqttLink.Answer.REFUSED);
        first.answer(1, MqttLink.Answer.UNHEARD);
        first.answer(2, MqttLink.Answer.ACCEPTED);

        assertThat(lane.awaitEmpty(FIVE_SECONDS_NS)).isTrue();
        assertThat(lane.figures()).isEqualTo(new PublishCounts(2, 0, 0, 1, 1));
    }

    @Test
    void saysWhenTimeIsUpBeforeAllWasAnswered() throws Exception {
        lane.start();
        offer(0, 1);

        assertThat(lane.awaitEmpty(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
    }

    private MqttLink nextLink() throws LinkException {
        if (failuresBeforeTheSpare-- > 0) {
            throw new LinkException("MQTT broker test:1883: not yet", null);
        }
        return spare.remove();
    }

    private void offer(int from, int to) throws InterruptedException {
        for (int i = from; i < to; i++) {
            lane.offer(message(i));
        }
    }

    private void offerThen(OutboundMessage message, CountDownLatch taken) {
        try {
            lane.offer(message);
            taken.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutboundMessage message(int number) {
        return new OutboundMessage("T1", Integer.toString(number), new byte[] {(byte) number});
    }

    private static void answerAll(ScriptedLink link, int count) {
        for (int i = 0; i < count; i++) {
            link.answer(i, MqttLink.Answer.ACCEPTED);
        }
    }
}
