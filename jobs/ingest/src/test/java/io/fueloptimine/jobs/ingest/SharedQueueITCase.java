package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The queue of a shared subscription in the built-in broker, with sessions that hold messages. */
@Timeout(60)
class SharedQueueITCase {

    private static final int WINDOW = 100;
    private static final int MESSAGES = 2 * WINDOW;
    private static final int NEW_SESSIONS = 40;

    @TempDir Path folder;

    @Test
    void deliversReturnedMessagesOnceAndAcknowledgedOnesNeverAgain() throws Exception {
        try (RunningBroker broker = BrokerKind.HIVEMQ.start(folder, WINDOW)) {
            publishWhileDisconnected(broker);
            HoldingSession first = HoldingSession.of(broker, "first", WINDOW);
            HoldingSession second = HoldingSession.of(broker, "second", WINDOW);

            second.acknowledge(WINDOW / 2);
            first.acknowledge(WINDOW / 2);
            List<String> open = new ArrayList<>(second.texts());
            open.addAll(first.texts());
            first.disconnect();
            second.disconnect();

            HoldingSession third = HoldingSession.of(broker, "third", WINDOW);
            assertThat(third.texts()).containsExactlyInAnyOrderElementsOf(open);
            third.acknowledge(WINDOW);
            third.disconnect();
        }
        try (RunningBroker restarted = BrokerKind.HIVEMQ.start(folder, WINDOW)) {
            publish(restarted, 1);
            HoldingSession last = HoldingSession.of(restarted, "first", 1);
            assertThat(last.texts())
                    .as("all other messages were acknowledged")
                    .containsExactly("reading-0");
            last.disconnect();
        }
    }

    @Test
    void acknowledgesMessagesBehindReturnedOnes() throws Exception {
        try (RunningBroker broker = BrokerKind.HIVEMQ.start(folder, WINDOW)) {
            publishWhileDisconnected(broker);
            HoldingSession first = HoldingSession.of(broker, "first", WINDOW);
            HoldingSession second = HoldingSession.of(broker, "second", WINDOW);

            first.acknowledge(WINDOW / 2);
            List<String> open = first.texts();
            first.disconnect();
            second.acknowledge(WINDOW);

            assertThat(second.acknowledgeUntil(open)).containsExactlyInAnyOrderElementsOf(open);
            second.disconnect();
        }
    }

    /** Without the patch, a session that has room also receives what another session holds. */
    @Test
    void deliversReturnedMessagesWithoutThoseThatAnotherSessionHolds() throws Exception {
        try (RunningBroker broker = BrokerKind.HIVEMQ.start(folder, WINDOW)) {
            publishWhileDisconnected(broker);
            HoldingSession first = HoldingSession.of(broker, "first", WINDOW);
            HoldingSession second = HoldingSession.of(broker, "second", WINDOW);
            HoldingSession idle = new HoldingSession(broker.port(), "third");

            first.acknowledge(WINDOW / 2);
            List<String> open = first.texts();
            first.disconnect();

            assertThat(idle.acknowledgeUntil(open)).containsExactlyInAnyOrderElementsOf(open);
            idle.disconnect();
            second.disconnect();
        }
    }

    /** Without the patch, every returned message reads another window for an idle session. */
    @Test
    void anIdleSessionReceivesOneWindowOfReturnedMessages() throws Exception {
        try (RunningBroker broker = BrokerKind.HIVEMQ.start(folder, WINDOW)) {
            publishWhileDisconnected(broker);
            HoldingSession first = HoldingSession.of(broker, "first", WINDOW);
            HoldingSession second = HoldingSession.of(broker, "second", WINDOW);
            HoldingSession idle = new HoldingSession(broker.port(), "third");
            publish(broker, 30 * WINDOW);

            first.disconnect();
            idle.await(WINDOW);

            HoldingSession.of(broker, "first", WINDOW).disconnect();
            idle.disconnect();
            second.disconnect();
        }
    }

    /**
     * Without the patch, one new session in ten receives nothing after its first acknowledgement.
     */
    @Test
    void aNewSessionReceivesMessagesAfterItsFirstAcknowledgement() throws Exception {
        try (RunningBroker broker = BrokerKind.HIVEMQ.start(folder, WINDOW)) {
            for (int i = 0; i < NEW_SESSIONS; i++) {
                String site = "site-" + i;
                HoldingSession holder = new HoldingSession(broker.port(), site, filtersOf(site));
                publish(broker, site, 1);
                holder.await(1);

                publish(broker, site, 5);
                holder.acknowledge(1);

                holder.await(5);
                holder.disconnect();
            }
        }
    }

    private static List<String> filtersOf(String site) {
        return Stream.of("readings", "events", "cycles", "refuels")
                .map(stream -> "$share/holders/" + site + "/v1/" + stream)
                .toList();
    }

    /**
     * Publishes while no session is connected. The sessions exist before, because a resumed session
     * receives queued messages at once, and a new one only with the next message.
     */
    private static void publishWhileDisconnected(RunningBroker broker) {
        for (String session : List.of("first", "second", "third")) {
            new HoldingSession(broker.port(), session).disconnect();
        }
        publish(broker, MESSAGES);
    }

    private static void publish(RunningBroker broker, int count) {
        publish(broker, "pit", count);
    }

    private static void publish(RunningBroker broker, String site, int count) {
        MinePublisher.publish(broker.port(), site + "/v1/readings", "reading-", count);
    }

    /** A session of the group that acknowledges only when the test calls for it. */
    private static final class HoldingSession {

        private final Queue<Mqtt5Publish> held = new ConcurrentLinkedQueue<>();
        private final Mqtt5AsyncClient client;

        /** Connects, and waits until it holds this many messages. */
        static HoldingSession of(RunningBroker broker, String id, int count) {
            HoldingSession holder = new HoldingSession(broker.port(), id);
            holder.await(count);
            return holder;
        }

        HoldingSession(int port, String id) {
            this(port, id, List.of("$share/holders/pit/v1/#"));
        }

        HoldingSession(int port, String id, List<String> topicFilters) {
            client =
                    MqttClient.builder()
                            .useMqttVersion5()
                            .identifier(id)
                            .serverHost("127.0.0.1")
                            .serverPort(port)
                            .buildAsync();
            client.publishes(MqttGlobalPublishFilter.ALL, held::add, Runnable::run, true);
            boolean resumed =
                    client.connectWith()
                            .cleanStart(false)
                            .sessionExpiryInterval(3_600)
                            .send()
                            .join()
                            .isSessionPresent();
            if (!resumed) {
                subscribe(topicFilters);
            }
        }

        private void subscribe(List<String> topicFilters) {
            List<Mqtt5Subscription> subscriptions =
                    topicFilters.stream()
                            .map(
                                    filter ->
                                            Mqtt5Subscription.builder()
                                                    .topicFilter(filter)
                                                    .qos(MqttQos.AT_LEAST_ONCE)
                                                    .build())
                            .toList();
            client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(subscriptions).build())
                    .join();
        }

        void await(int count) {
            Awaiting.until(
                    Duration.ofSeconds(20),
                    () -> held.size() >= count,
                    () -> held.size() + " of " + count + " messages arrived");
        }

        /**
         * Acknowledges each message that arrives, until all of these have arrived.
         *
         * @return the payloads of all messages that arrived meanwhile
         */
        List<String> acknowledgeUntil(List<String> texts) {
            List<String> arrived = new ArrayList<>();
            Awaiting.until(
                    Duration.ofSeconds(20),
                    () -> {
                        for (int count = held.size(); count > 0; count--) {
                            arrived.add(textOf(held.element()));
                            acknowledge(1);
                        }
                        return arrived.containsAll(texts);
                    },
                    () -> arrived + " instead of " + texts + " arrived");
            return arrived;
        }

        /** Acknowledges the oldest messages, because the MQTT client acknowledges in order only. */
        void acknowledge(int count) {
            for (int i = 0; i < count; i++) {
                held.remove().acknowledge();
            }
        }

        /** The payloads of the messages that it holds. */
        List<String> texts() {
            return held.stream().map(HoldingSession::textOf).toList();
        }

        private static String textOf(Mqtt5Publish message) {
            return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
        }

        void disconnect() {
            client.disconnect().join();
        }
    }
}
