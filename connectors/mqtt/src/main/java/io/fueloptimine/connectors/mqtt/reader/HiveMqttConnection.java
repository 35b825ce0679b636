package io.fueloptimine.connectors.mqtt.reader;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import io.fueloptimine.models.mine.RawMessage;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One HiveMQ client from its connect to its end.
 *
 * <p>The client cannot tell a failed subscription from a good one, nor a lost connection from one
 * that was left; this class can, and reports one end at most. Thread-safe.
 */
final class HiveMqttConnection implements SessionConnector.Connection {

    private final Mqtt5AsyncClient client;
    private final String sharedFilter;
    private final SessionConnector.Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Mqtt5ConnAck> connected = new CompletableFuture<>();

    HiveMqttConnection(
            Mqtt5ClientBuilder client, String sharedFilter, SessionConnector.Listener listener) {
        this.client = client.addDisconnectedListener(gone -> end(gone.getCause())).buildAsync();
        this.sharedFilter = sharedFilter;
        this.listener = listener;
    }

    /**
     * Listens first and connects then: a resumed session delivers as soon as it is connected, and
     * the client acknowledges by itself what nobody listens for.
     */
    void open(Mqtt5Connect connect) {
        client.publishes(MqttGlobalPublishFilter.ALL, this::receive, Runnable::run, true);
        connected.thenCompose(accepted -> subscribe()).whenComplete(this::report);
        client.connect(connect)
                .whenComplete(
                        (accepted, failure) -> {
                            if (failure == null) {
                                connected.complete(accepted);
                            } else {
                                connected.completeExceptionally(failure);
                            }
                        });
    }

    @Override
    public CompletableFuture<Void> close() {
        ended.set(true);
        return leave().toCompletableFuture();
    }

    private CompletableFuture<Mqtt5SubAck> subscribe() {
        return client.subscribeWith().topicFilter(sharedFilter).qos(MqttQos.AT_LEAST_ONCE).send();
    }

    private void report(Mqtt5SubAck subscribed, Throwable failure) {
        if (failure == null) {
            listener.up();
        } else {
            end(failure);
        }
    }

    private void receive(Mqtt5Publish publish) {
        listener.received(
                new RawMessage(
                        publish.getTopic().toString(),
                        publish.getPayloadAsBytes(),
                        Instant.now(),
                        DuplicateFlag.of(publish)),
                publish::acknowledge);
    }

    /** Whatever ended it, nothing of it may linger when a successor takes the session over. */
    private void end(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            leave().whenComplete((left, ignored) -> listener.lost(ConnectionFaults.of(cause)));
        }
    }

    /** Completes normally also where there was nothing to leave. */
    private CompletionStage<Void> leave() {
        return connected
                .thenCompose(accepted -> client.disconnect())
                .exceptionally(neverConnectedOrAlreadyGone -> null);
    }
}
