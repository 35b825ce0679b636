package io.fueloptimine.jobs.gateway;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A persistent session of the broker, as job ingest uses them. */
final class PersistentSession {

    private static final long DAY_S = 86_400;
    private static final long LIMIT_NS = 20_000_000_000L;

    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final int port;

    PersistentSession(int port) {
        this.port = port;
    }

    /** Subscribes and disconnects, so that the broker queues messages. */
    void subscribe(String filter) {
        Mqtt5AsyncClient client = connect();
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send().join();
        client.disconnect().join();
    }

    /** Connects and receives until this many different messages arrived, or a timeout. */
    Set<String> awaitDistinct(int count) {
        Mqtt5AsyncClient client = connect();
        long deadlineNs = System.nanoTime() + LIMIT_NS;
        while (received.size() < count && System.nanoTime() < deadlineNs) {
            Thread.onSpinWait();
        }
        client.disconnect().join();
        return received;
    }

    private Mqtt5AsyncClient connect() {
        Mqtt5AsyncClient client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier("persistent")
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish ->
                        received.add(
                                new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8)));
        client.connectWith().cleanStart(false).sessionExpiryInterval(DAY_S).send().join();
        return client;
    }
}
