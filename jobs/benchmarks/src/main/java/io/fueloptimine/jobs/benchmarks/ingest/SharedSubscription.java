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
 * One shared subscription with lasting sessions, named as the MQTT source names them: whoever takes
 * the sessions over reads what waits for them.
 *
 * @param port of the broker, on the loopback address
 * @param group names the shared subscription
 * @param filter what is read
 * @param sessions how many share the messages out
 */
record SharedSubscription(int port, String group, String filter, int sessions) {

    private static final long SESSION_EXPIRY_S = 86_400;

    /** Makes the sessions and leaves them: from now on the broker keeps messages for them. */
    void reserve() {
        List<Mqtt5AsyncClient> clients = connect(message -> {});
        clients.forEach(client -> client.disconnect().join());
    }

    /**
     * Connects every session.
     *
     * @param reader told each message, on a thread of its session; once it returns the client has
     *     acknowledged it
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
