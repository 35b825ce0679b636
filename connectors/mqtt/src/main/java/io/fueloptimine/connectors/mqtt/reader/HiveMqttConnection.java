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
import io.fueloptimine.connectors.mqtt.ReplayMark;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFaults;
import io.fueloptimine.models.mine.RawMessage;
import java.time.Instant;
import java.util.List;
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
    private final List<String> sharedFilters;
    private final SessionConnector.Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Mqtt5ConnAck> connected = new CompletableFuture<>();

    HiveMqttConnection(
            Mqtt5ClientBuilder client,
            List<String> sharedFilters,
            SessionConnector.Listener listener) {
        this.client = client.addDisconnectedListener(gone -> end(gone.getCause())).buildAsync();
        this.sharedFilters = sharedFilters;
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
        List<Mqtt5Subscription> subscriptions =
                sharedFilters.stream().map(HiveMqttConnection::subscription).toList();
        return client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(subscriptions).build());
    }

    private static Mqtt5Subscription subscription(String filter) {
        return Mqtt5Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build();
    }

    /** To the client a subscription is good when one of its filters is; here all must be. */
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
        if (publish.getQos() == MqttQos.AT_MOST_ONCE && !listener.hasRoom()) {
            publish.acknowledge();
            listener.dropped();
            return;
        }
        listener.received(
                new RawMessage(
                        publish.getTopic().toString(),
                        publish.getPayloadAsBytes(),
                        Instant.now(),
                        DuplicateFlag.of(publish),
                        ReplayMark.isIn(publish.getUserProperties())),
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
