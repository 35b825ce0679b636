package io.fueloptimine.connectors.mqtt.reader;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFaults;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A session's connection that uses the HiveMQ client.
 *
 * <p>The client does not report that the broker refused one filter of a subscription, nor whether a
 * connection was lost or closed. This class reports both cases, and reports the end of a connection
 * at most once. Thread-safe.
 */
final class HiveMqSessionConnection implements SessionConnector.Connection {

    private final Mqtt5AsyncClient client;
    private final List<String> sharedFilters;
    private final SessionConnector.Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Mqtt5ConnAck> connected = new CompletableFuture<>();

    HiveMqSessionConnection(
            Mqtt5ClientBuilder client,
            List<String> sharedFilters,
            SessionConnector.Listener listener) {
        this.client = client.addDisconnectedListener(gone -> end(gone.getCause())).buildAsync();
        this.sharedFilters = sharedFilters;
        this.listener = listener;
    }

    /**
     * Opens the connection. The message callback is registered before connecting, because a resumed
     * session delivers messages at once and the client acknowledges messages for which there is no
     * callback.
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
        return disconnect().toCompletableFuture();
    }

    private CompletableFuture<Mqtt5SubAck> subscribe() {
        List<Mqtt5Subscription> subscriptions =
                sharedFilters.stream().map(HiveMqSessionConnection::subscription).toList();
        return client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(subscriptions).build());
    }

    private static Mqtt5Subscription subscription(String filter) {
        return Mqtt5Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build();
    }

    /**
     * Reports whether the subscription succeeded. The client reports success if the broker accepted
     * one filter; this method requires that the broker accepted all filters.
     */
    private void report(Mqtt5SubAck subscribed, Throwable failure) {
        if (failure != null) {
            end(failure);
        } else if (subscribed.getReasonCodes().stream().anyMatch(Mqtt5SubAckReasonCode::isError)) {
            end(new Mqtt5SubAckException(subscribed, "a filter was refused"));
        } else {
            listener.up(connected.join().isSessionPresent());
        }
    }

    private void receive(Mqtt5Publish publish) {
        if (publish.getQos() == MqttQos.AT_MOST_ONCE && !listener.hasCapacity()) {
            publish.acknowledge();
            listener.dropped();
            return;
        }
        String topic = publish.getTopic().toString();
        Optional<String> replayed = Topics.replayed(topic);
        listener.received(
                new RawMessage(
                        replayed.orElse(topic),
                        publish.getPayloadAsBytes(),
                        Instant.now(),
                        DuplicateFlag.of(publish),
                        replayed.isPresent()),
                publish::acknowledge);
    }

    /**
     * Disconnects and then reports the end, so that the next connection with the same client
     * identifier does not end this connection.
     */
    private void end(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            disconnect().whenComplete((done, ignored) -> listener.lost(ConnectionFaults.of(cause)));
        }
    }

    /** Completes normally even if there was no connection. */
    private CompletionStage<Void> disconnect() {
        return connected
                .thenCompose(accepted -> client.disconnect())
                .exceptionally(notConnected -> null);
    }
}
