package io.fueloptimine.connectors.mqtt.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MqttPublisherTest {

    private static final int MAX_IN_FLIGHT = 3;

    private final ScriptedLinks links = new ScriptedLinks();
    private final MqttPublisher publisher =
            MqttPublisher.open(
                    MqttPublisherSettings.of(
                                    MqttConnectionSettings.plain("127.0.0.1", 1883), "test")
                            .withMaxInFlight(MAX_IN_FLIGHT)
                            .withBackoff(Duration.ofMillis(1), Duration.ofMillis(2)),
                    links);

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void failsWhatWaitsAndTriesAgainWhenALinkCannotEvenBeBegun() throws Exception {
        ScriptedLinks.Link first = links.next();
        first.up();
        CompletableFuture<Void> promise = publisher.publish(message("a"));
        links.failNext(new IllegalArgumentException("a user name that no broker takes"));
        first.lose(false);

        assertThatThrownBy(() -> promise.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("a user name that no broker takes");
        ScriptedLinks.Link next = links.next();
        next.up();
        publisher.publish(message("b"));
        assertThat(next.payloads()).containsExactly("b");
    }

    @Test
    void keepsThePromiseWhenTheBrokerAcknowledges() throws Exception {
        ScriptedLinks.Link link = links.next();
        link.up();

        CompletableFuture<Void> promise = publisher.publish(message("a"));

        assertThat(promise).isNotDone();
        link.acknowledge(0);
        assertThat(promise).isCompleted();
        assertThat(publisher.figures().acknowledged()).isEqualTo(1);
        assertThat(publisher.figures().unacknowledged()).isZero();
    }

    @Test
    void sendsWhatWasAcceptedBeforeTheBrokerWasThereInOrder() throws Exception {
        publisher.publish(message("a"));
        publisher.publish(message("b"));

        ScriptedLinks.Link link = links.next();
        link.up();

        assertThat(link.payloads()).containsExactly("a", "b");
    }

    @Test
    void sendsAgainOverAFreshLinkWhatTheLostOneDidNotAcknowledge() throws Exception {
        ScriptedLinks.Link first = links.next();
        first.up();
        CompletableFuture<Void> a = publisher.publish(message("a"));
        CompletableFuture<Void> b = publisher.publish(message("b"));
        CompletableFuture<Void> c = publisher.publish(message("c"));
        first.acknowledge(1);
        first.lose(false);

        assertThat(b).isCompleted();
        assertThat(publisher.figures().connected()).isFalse();
        ScriptedLinks.Link second = links.next();
        second.up();
        assertThat(second.payloads()).containsExactly("a", "c");
        second.acknowledge(0);
        second.acknowledge(1);
        assertThat(a).isCompleted();
        assertThat(c).isCompleted();
        assertThat(publisher.figures().reconnects()).isEqualTo(1);
        assertThat(publisher.figures().lastFault()).contains("cut");
    }

    @Test
    void hasRoomForAsManyAsTheSettingsSay() throws Exception {
        ScriptedLinks.Link link = links.next();
        link.up();
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            publisher.publish(message("m" + i));
        }

        assertThat(publisher.publishWithin(Duration.ofMillis(10), message("late"))).isEmpty();
        link.acknowledge(0);
        assertThat(publisher.publishWithin(Duration.ofSeconds(10), message("now"))).isPresent();
    }

    @Test
    void failsARefusedMessageAloneAndGivesItsRoomBack() throws Exception {
        ScriptedLinks.Link link = links.next();
        for (int i = 0; i < MAX_IN_FLIGHT - 1; i++) {
            publisher.publish(message("m" + i));
        }
        CompletableFuture<Void> poison = publisher.publish(message("poison"));
        link.up();

        assertThatThrownBy(poison::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(MessageRefusedException.class);
        assertThat(publisher.figures().unacknowledged()).isEqualTo(MAX_IN_FLIGHT - 1);
        assertThat(publisher.publishWithin(Duration.ofSeconds(10), message("next"))).isPresent();
    }

    @Test
    void failsAllThatWaitsWhenTryingAgainCannotHelpAndStillTriesAgain() throws Exception {
        CompletableFuture<Void> waiting = publisher.publish(message("a"));
        links.next().lose(true);

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(MqttPublishException.class)
                .hasMessageContaining("cut");
        CompletableFuture<Void> later = publisher.publish(message("b"));
        ScriptedLinks.Link second = links.next();
        second.up();
        second.acknowledge(0);
        assertThat(later).isCompleted();
    }

    @Test
    void withdrawsACancelledMessageThatIsNotOnTheWire() throws Exception {
        publisher.publish(message("a")).cancel(false);
        publisher.publish(message("b"));

        ScriptedLinks.Link link = links.next();
        link.up();

        assertThat(link.payloads()).containsExactly("b");
    }

    @Test
    void keepsTheRoomOfACancelledMessageOnTheWireUntilItsAnswer() throws Exception {
        ScriptedLinks.Link link = links.next();
        link.up();
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            publisher.publish(message("m" + i)).cancel(false);
        }

        assertThat(publisher.publishWithin(Duration.ZERO, message("x"))).isEmpty();
        link.lose(false);
        ScriptedLinks.Link second = links.next();
        second.up();
        assertThat(second.payloads()).isEmpty();
        assertThat(publisher.publishWithin(Duration.ofSeconds(10), message("y"))).isPresent();
    }

    @Test
    void leavesOutWhatGrewTooOldWhileTheBrokerWasAway() throws Exception {
        CompletableFuture<Void> old =
                publisher.publish(new OutgoingMessage("t", bytes("old"), true, 0L));
        publisher.publish(new OutgoingMessage("t", bytes("young"), true, 300L));

        ScriptedLinks.Link link = links.next();
        link.up();

        assertThat(link.payloads()).containsExactly("young");
        assertThat(link.expiryS(0)).isBetween(290L, 300L);
        assertThat(old).isCompleted();
        assertThat(publisher.figures().expired()).isEqualTo(1);
    }

    @Test
    void failsWhatIsLeftWhenItIsClosedAndLeavesTheBroker() throws Exception {
        ScriptedLinks.Link link = links.next();
        link.up();
        CompletableFuture<Void> left = publisher.publish(message("a"));

        publisher.close();

        assertThat(left).isCompletedExceptionally();
        assertThat(link.isClosed()).isTrue();
        assertThat(publisher.publish(message("b"))).isCompletedExceptionally();
    }

    private static OutgoingMessage message(String payload) {
        return new OutgoingMessage("t", bytes(payload), false, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
