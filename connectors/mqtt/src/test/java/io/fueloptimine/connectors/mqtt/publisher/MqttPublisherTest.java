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

    private final ScriptedConnections connections = new ScriptedConnections();
    private final MqttPublisher publisher =
            MqttPublisher.open(
                    MqttPublisherSettings.of(
                                    MqttConnectionSettings.plain("127.0.0.1", 1883), "test")
                            .withMaxInFlight(MAX_IN_FLIGHT)
                            .withBackoff(Duration.ofMillis(1), Duration.ofMillis(2)),
                    connections);

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void failsWaitingMessagesAndRetriesWhenAConnectionCannotBeStarted() throws Exception {
        ScriptedConnections.Connection first = connections.next();
        first.up();
        CompletableFuture<Void> result = publisher.publish(message("a"));
        connections.failNext(new IllegalArgumentException("an invalid user name"));
        first.lose(false);

        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("an invalid user name");
        ScriptedConnections.Connection next = connections.next();
        next.up();
        publisher.publish(message("b"));
        assertThat(next.payloads()).containsExactly("b");
    }

    @Test
    void completesWhenTheBrokerAcknowledges() throws Exception {
        ScriptedConnections.Connection connection = connections.next();
        connection.up();

        CompletableFuture<Void> result = publisher.publish(message("a"));

        assertThat(result).isNotDone();
        connection.acknowledge(0);
        assertThat(result).isCompleted();
        assertThat(publisher.counts().acknowledged()).isEqualTo(1);
        assertThat(publisher.counts().unacknowledged()).isZero();
    }

    @Test
    void sendsMessagesAcceptedBeforeConnectingInOrder() throws Exception {
        publisher.publish(message("a"));
        publisher.publish(message("b"));

        ScriptedConnections.Connection connection = connections.next();
        connection.up();

        assertThat(connection.payloads()).containsExactly("a", "b");
    }

    @Test
    void sendsUnacknowledgedMessagesAgainOverTheNextConnection() throws Exception {
        ScriptedConnections.Connection first = connections.next();
        first.up();
        CompletableFuture<Void> a = publisher.publish(message("a"));
        CompletableFuture<Void> b = publisher.publish(message("b"));
        CompletableFuture<Void> c = publisher.publish(message("c"));
        first.acknowledge(1);
        first.lose(false);

        assertThat(b).isCompleted();
        assertThat(publisher.counts().connected()).isFalse();
        ScriptedConnections.Connection second = connections.next();
        second.up();
        assertThat(second.payloads()).containsExactly("a", "c");
        second.acknowledge(0);
        second.acknowledge(1);
        assertThat(a).isCompleted();
        assertThat(c).isCompleted();
        assertThat(publisher.counts().reconnects()).isEqualTo(1);
        assertThat(publisher.counts().lastFault()).contains("cut");
    }

    @Test
    void acceptsAtMostTheConfiguredNumberOfUnsettledMessages() throws Exception {
        ScriptedConnections.Connection connection = connections.next();
        connection.up();
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            publisher.publish(message("m" + i));
        }

        assertThat(publisher.publishWithin(Duration.ofMillis(10), message("late"))).isEmpty();
        connection.acknowledge(0);
        assertThat(publisher.publishWithin(Duration.ofSeconds(10), message("now"))).isPresent();
    }

    @Test
    void failsOnlyTheRefusedMessageAndReleasesItsPermit() throws Exception {
        ScriptedConnections.Connection connection = connections.next();
        for (int i = 0; i < MAX_IN_FLIGHT - 1; i++) {
            publisher.publish(message("m" + i));
        }
        CompletableFuture<Void> poison = publisher.publish(message("poison"));
        connection.up();

        assertThatThrownBy(poison::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(MessageRefusedException.class);
        assertThat(publisher.counts().unacknowledged()).isEqualTo(MAX_IN_FLIGHT - 1);
        assertThat(publisher.publishWithin(Duration.ofSeconds(10), message("next"))).isPresent();
    }

    @Test
    void failsAllWaitingMessagesAfterAFatalFaultAndKeepsConnecting() throws Exception {
        CompletableFuture<Void> waiting = publisher.publish(message("a"));
        connections.next().lose(true);

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(MqttPublishException.class)
                .hasMessageContaining("cut");
        CompletableFuture<Void> later = publisher.publish(message("b"));
        ScriptedConnections.Connection second = connections.next();
        second.up();
        second.acknowledge(0);
        assertThat(later).isCompleted();
    }

    @Test
    void withdrawsACancelledMessageThatWasNotSent() throws Exception {
        publisher.publish(message("a")).cancel(false);
        publisher.publish(message("b"));

        ScriptedConnections.Connection connection = connections.next();
        connection.up();

        assertThat(connection.payloads()).containsExactly("b");
    }

    @Test
    void keepsThePermitOfACancelledSentMessageUntilItsAnswer() throws Exception {
        ScriptedConnections.Connection connection = connections.next();
        connection.up();
        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            publisher.publish(message("m" + i)).cancel(false);
        }

        assertThat(publisher.publishWithin(Duration.ZERO, message("x"))).isEmpty();
        connection.lose(false);
        ScriptedConnections.Connection second = connections.next();
        second.up();
        assertThat(second.payloads()).isEmpty();
        assertThat(publisher.publishWithin(Duration.ofSeconds(10), message("y"))).isPresent();
    }

    @Test
    void dropsMessagesThatExpiredBeforeConnecting() throws Exception {
        CompletableFuture<Void> old =
                publisher.publish(new OutgoingMessage("t", bytes("old"), true, 0L));
        publisher.publish(new OutgoingMessage("t", bytes("young"), true, 300L));

        ScriptedConnections.Connection connection = connections.next();
        connection.up();

        assertThat(connection.payloads()).containsExactly("young");
        assertThat(connection.expiryS(0)).isBetween(290L, 300L);
        assertThat(old).isCompleted();
        assertThat(publisher.counts().expired()).isEqualTo(1);
    }

    @Test
    void failsUnsettledMessagesAndDisconnectsOnClose() throws Exception {
        ScriptedConnections.Connection connection = connections.next();
        connection.up();
        CompletableFuture<Void> unsettled = publisher.publish(message("a"));

        publisher.close();

        assertThat(unsettled).isCompletedExceptionally();
        assertThat(connection.isClosed()).isTrue();
        assertThat(publisher.publish(message("b"))).isCompletedExceptionally();
    }

    @Test
    void countsRepeatsApart() throws Exception {
        ScriptedConnections.Connection first = connections.next();
        first.up();
        publisher.publish(message("a"));
        publisher.publish(message("b"));
        first.acknowledge(0);
        first.lose(false);
        ScriptedConnections.Connection next = connections.next();
        next.up();

        assertThat(next.payloads()).containsExactly("b");
        assertThat(publisher.counts().sent()).isEqualTo(3);
        assertThat(publisher.counts().repeats()).isEqualTo(1);
    }

    @Test
    void reportsTheOutcomeOfTheFirstConnection() throws Exception {
        CompletableFuture<Void> outcome = publisher.firstConnection();
        assertThat(outcome).isNotDone();

        connections.next().lose(true);

        assertThatThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(MqttPublishException.class)
                .hasMessageContaining("cut");
        connections.next().up();
        assertThat(publisher.counts().connected()).isTrue();
    }

    @Test
    void aTemporaryRefusalFailsTheMessageByDefault() throws Exception {
        ScriptedConnections.Connection connection = connections.next();
        connection.up();
        CompletableFuture<Void> result = publisher.publish(message("a"));

        connection.refuseTemporarily(0);

        assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(MqttPublishException.class)
                .hasMessageContaining("quota exceeded");
    }

    @Test
    void sendsAgainAfterATemporaryRefusalWhenItRetriesUntilAnswered() throws Exception {
        ScriptedConnections own = new ScriptedConnections();
        try (MqttPublisher retrying = retryingPublisher(own)) {
            ScriptedConnections.Connection first = own.next();
            first.up();
            CompletableFuture<Void> refused = retrying.publish(message("a"));
            CompletableFuture<Void> later = retrying.publish(message("b"));

            first.refuseTemporarily(0);
            ScriptedConnections.Connection next = own.next();
            next.up();
            next.acknowledge(0);
            next.acknowledge(1);

            assertThat(first.isClosed()).isTrue();
            assertThat(next.payloads()).containsExactly("a", "b");
            assertThat(refused).isCompleted();
            assertThat(later).isCompleted();
        }
    }

    @Test
    void keepsMessagesAfterAFatalFaultWhenItRetriesUntilAnswered() throws Exception {
        ScriptedConnections own = new ScriptedConnections();
        try (MqttPublisher retrying = retryingPublisher(own)) {
            own.next().lose(true);
            CompletableFuture<Void> result = retrying.publish(message("a"));
            own.next().lose(true);
            ScriptedConnections.Connection next = own.next();
            next.up();
            next.acknowledge(0);

            assertThat(result).isCompleted();
            assertThat(retrying.counts().failed()).isZero();
        }
    }

    private static MqttPublisher retryingPublisher(ScriptedConnections connections) {
        return MqttPublisher.open(
                MqttPublisherSettings.of(MqttConnectionSettings.plain("127.0.0.1", 1883), "test")
                        .withBackoff(Duration.ofMillis(1), Duration.ofMillis(2))
                        .retryingUntilAnswered(),
                connections);
    }

    private static OutgoingMessage message(String payload) {
        return new OutgoingMessage("t", bytes(payload), false, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
