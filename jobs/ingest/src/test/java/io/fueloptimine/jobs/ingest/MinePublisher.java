package io.fueloptimine.jobs.ingest;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Publishes numbered messages and waits until the broker has acknowledged them. */
final class MinePublisher implements AutoCloseable {

    private final Mqtt5AsyncClient client;

    MinePublisher(int port) {
        client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildAsync();
        client.connect().join();
    }

    /** Connects, publishes and disconnects. */
    static void publish(int port, String topic, String prefix, int count) {
        try (MinePublisher publisher = new MinePublisher(port)) {
            publisher.publish(topic, prefix, count);
        }
    }

    void publish(String topic, String prefix, int count) {
        publish(topic, prefix, 0, count);
    }

    void publish(String topic, String prefix, int first, int count) {
        CompletableFuture<?>[] sent =
                IntStream.range(first, first + count)
                        .mapToObj(i -> send(topic, prefix + i))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }

    /** Publishes one message and waits for its acknowledgement. */
    void publish(String topic, String payload) {
        send(topic, payload).join();
    }

    private CompletableFuture<?> send(String topic, String payload) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
