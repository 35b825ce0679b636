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
 * A publisher's connection that uses the HiveMQ client. The client's automatic reconnect is off,
 * because it never ends when the window of unacknowledged messages is full. The broker keeps no
 * session for the connection, because the publisher itself sends unacknowledged messages again.
 */
final class HiveMqPublishConnection implements PublishConnection {

    private final Mqtt5AsyncClient client;
    private final boolean subscribersRequired;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Mqtt5ConnAck> connected = new CompletableFuture<>();

    private HiveMqPublishConnection(
            Mqtt5ClientBuilder builder, boolean subscribersRequired, Listener listener) {
        this.client = builder.addDisconnectedListener(gone -> end(gone.getCause())).buildAsync();
        this.subscribersRequired = subscribersRequired;
        this.listener = listener;
    }

    /** Starts to connect and returns at once. */
    static PublishConnection open(MqttPublisherSettings settings, Listener listener) {
        Mqtt5Connect connect;
        Mqtt5ClientBuilder builder;
        try {
            connect = MqttClients.connect(settings.connection()).cleanStart(true).build();
            builder = MqttClients.builder(settings.connection(), settings.clientId());
        } catch (IOException e) {
            listener.lost(new ConnectionFault(true, String.valueOf(e.getMessage()), e));
            return NotConnected.INSTANCE;
        }
        HiveMqPublishConnection connection =
                new HiveMqPublishConnection(builder, settings.subscribersRequired(), listener);
        connection.connect(connect);
        return connection;
    }

    @Override
    public CompletableFuture<Void> publish(OutgoingMessage message, Long expiryS) {
        Mqtt5Publish publish;
        try {
            publish = PublishMessages.of(message, expiryS);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    new MessageRefusedException(
                            message.topic(), "topic or message cannot be sent over MQTT", e));
        }
        CompletableFuture<Void> answer = new CompletableFuture<>();
        client.publish(publish)
                .whenComplete(
                        (result, failure) ->
                                PublishMessages.faultOf(
                                                message.topic(),
                                                result,
                                                failure,
                                                subscribersRequired)
                                        .ifPresentOrElse(
                                                answer::completeExceptionally,
                                                () -> answer.complete(null)));
        return answer;
    }

    @Override
    public CompletableFuture<Void> close() {
        ended.set(true);
        return disconnect().toCompletableFuture();
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
            disconnect().whenComplete((done, ignored) -> listener.lost(ConnectionFaults.of(cause)));
        }
    }

    /** Completes normally even if there was no connection. */
    private CompletionStage<Void> disconnect() {
        return connected
                .thenCompose(accepted -> client.disconnect())
                .exceptionally(notConnected -> null);
    }

    /** The connection that is returned when the attempt to connect could not be started. */
    private enum NotConnected implements PublishConnection {
        INSTANCE;

        @Override
        public CompletableFuture<Void> publish(OutgoingMessage message, Long expiryS) {
            return CompletableFuture.failedFuture(new ConnectionLostException(null));
        }

        @Override
        public CompletableFuture<Void> close() {
            return CompletableFuture.completedFuture(null);
        }
    }
}
