package io.fueloptimine.jobs.cabs;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The tablets of all cabs, with one lasting session at the broker. */
final class Tablet implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long DAY_S = 86_400;
    private static final long A_MOMENT_NS = 20_000_000;

    private final List<Mqtt5Publish> heard = new CopyOnWriteArrayList<>();
    private final Mqtt5AsyncClient client;

    private Tablet(int port, String name) {
        client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(name)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, heard::add);
        client.connectWith().cleanStart(false).sessionExpiryInterval(DAY_S).send().join();
    }

    /** Connects; what its session kept meanwhile comes in. */
    static Tablet connect(int port, String name) {
        return new Tablet(port, name);
    }

    Tablet subscribe(String filter) {
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send().join();
        return this;
    }

    List<Mqtt5Publish> awaitMessages(int count) {
        await(() -> heard.size() >= count);
        return List.copyOf(heard);
    }

    Set<String> awaitIds(int count) {
        await(() -> ids().size() >= count);
        return ids();
    }

    private Set<String> ids() {
        return heard.stream()
                .map(publish -> assignment(publish).requests().get(0).assignmentId())
                .collect(Collectors.toSet());
    }

    static AssignmentMessage assignment(Mqtt5Publish publish) {
        try {
            return MineJson.fromBytes(publish.getPayloadAsBytes(), AssignmentMessage.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns when the condition holds, or the time is up. */
    static void await(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadlineNs) {
            LockSupport.parkNanos(A_MOMENT_NS);
        }
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
