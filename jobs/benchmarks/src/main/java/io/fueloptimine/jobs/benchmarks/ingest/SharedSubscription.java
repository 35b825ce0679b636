package io.fueloptimine.jobs.benchmarks.ingest;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A shared subscription with persistent sessions. The sessions have the same client ids as those of
 * Flink's MQTT source, so that the source takes over the sessions and their queues.
 *
 * @param port the broker's port on the loopback address
 * @param group the name of the shared subscription
 * @param filter the topic filter
 * @param sessions the number of sessions
 */
record SharedSubscription(int port, String group, String filter, int sessions) {

    private static final long SESSION_EXPIRY_S = 86_400;

    /**
     * Creates the sessions and then disconnects, so that the broker queues messages for the
     * sessions.
     */
    void createSessions() {
        List<Mqtt5AsyncClient> clients = connect(message -> {});
        clients.forEach(client -> client.disconnect().join());
    }

    /**
     * Connects every session.
     *
     * @param reader receives each message, in a thread of the message's session; the client
     *     acknowledges the message when the call returns
     */
    List<Mqtt5AsyncClient> connect(Consumer<Mqtt5Publish> reader) {
        List<Mqtt5AsyncClient> clients =
                IntStream.range(0, sessions).mapToObj(this::client).toList();
        List<CompletableFuture<?>> subscribed = new ArrayList<>();
        for (Mqtt5AsyncClient client : clients) {
            client.publishes(MqttGlobalPublishFilter.ALL, reader, Runnable::run);
            subscribed.add(
                    client.connectWith()
                            .cleanStart(false)
                            .sessionExpiryInterval(SESSION_EXPIRY_S)
                            .send()
                            .thenCompose(accepted -> subscribe(client)));
        }
        CompletableFuture.allOf(subscribed.toArray(CompletableFuture[]::new)).join();
        return clients;
    }

    private Mqtt5AsyncClient client(int index) {
        return Mqtt5Client.builder()
                .identifier(group + "-" + index)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
    }

    private CompletableFuture<?> subscribe(Mqtt5AsyncClient client) {
        return client.subscribeWith()
                .topicFilter("$share/" + group + "/" + filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
    }
}
