package io.fueloptimine.connectors.mqtt.publisher;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFaults;
import io.fueloptimine.connectors.mqtt.connection.MqttClients;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A link by the HiveMQ client, without its automatic reconnect, which loops for ever with a full
 * window. Nothing outlives it at the broker: whatever was not acknowledged its publisher sends
 * again.
 */
final class HiveMqttPublishLink implements PublishLink {

    private final Mqtt5AsyncClient client;
    private final boolean listenersRequired;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Mqtt5ConnAck> connected = new CompletableFuture<>();

    private HiveMqttPublishLink(
            Mqtt5ClientBuilder builder, boolean listenersRequired, Listener listener) {
        this.client = builder.addDisconnectedListener(gone -> end(gone.getCause())).buildAsync();
        this.listenersRequired = listenersRequired;
        this.listener = listener;
    }

    /** Begins to connect. */
    static PublishLink open(MqttPublisherSettings settings, Listener listener) {
        Mqtt5Connect connect;
        Mqtt5ClientBuilder builder;
        try {
            connect = MqttClients.connect(settings.connection()).cleanStart(true).build();
            builder = MqttClients.builder(settings.connection(), settings.clientId());
        } catch (IOException e) {
            listener.lost(new ConnectionFault(true, String.valueOf(e.getMessage()), e));
            return NoLink.INSTANCE;
        }
        HiveMqttPublishLink link =
                new HiveMqttPublishLink(builder, settings.listenersRequired(), listener);
        link.connect(connect);
        return link;
    }

    @Override
    public CompletableFuture<Void> publish(OutgoingMessage message, Long expiryS) {
        Mqtt5Publish publish;
        try {
            publish = PublishMessages.of(message, expiryS);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    new MessageRefusedException(message.topic(), e.getMessage(), e));
        }
        CompletableFuture<Void> answer = new CompletableFuture<>();
        client.publish(publish)
                .whenComplete(
                        (result, failure) ->
                                PublishMessages.faultOf(
                                                message.topic(), result, failure, listenersRequired)
                                        .ifPresentOrElse(
                                                answer::completeExceptionally,
                                                () -> answer.complete(null)));
        return answer;
    }

    @Override
    public CompletableFuture<Void> close() {
        ended.set(true);
        return leave().toCompletableFuture();
    }

    private void connect(Mqtt5Connect connect) {
        connected.thenRun(listener::up);
        client.connect(connect)
                .whenComplete(
                        (accepted, failure) -> {
                            if (failure == null) {
                                connected.complete(accepted);
                            } else {
                                connected.completeExceptionally(failure);
                                end(failure);
                            }
                        });
    }

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

    /** Stands for a link that could not even be tried. */
    private enum NoLink implements PublishLink {
        INSTANCE;

        @Override
        public CompletableFuture<Void> publish(OutgoingMessage message, Long expiryS) {
            return CompletableFuture.failedFuture(new LinkLostException(null));
        }

        @Override
        public CompletableFuture<Void> close() {
            return CompletableFuture.completedFuture(null);
        }
    }
}
