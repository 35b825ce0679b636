package io.fueloptimine.jobs.simulator.assignment;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFaults;
import io.fueloptimine.connectors.mqtt.connection.MqttClients;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.models.mine.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection that uses the HiveMQ client. The broker keeps the MQTT session for a day, so that
 * the mine receives assignments that were sent while the mine was stopped. Retained messages are
 * received only once per session.
 */
final class MqttAssignmentConnection implements AssignmentConnection {

    private static final long SESSION_EXPIRY_S = Duration.ofDays(1).toSeconds();

    private final Mqtt5AsyncClient client;
    private final Listener listener;
    private final AtomicBoolean ended = new AtomicBoolean();

    private MqttAssignmentConnection(Mqtt5ClientBuilder builder, Listener listener) {
        this.listener = listener;
        this.client = builder.addDisconnectedListener(event -> end(event.getCause())).buildAsync();
    }

    /**
     * Starts to connect.
     *
     * @param site the site whose assignments the connection receives
     */
    static AssignmentConnection open(PublishSettings settings, String site, Listener listener) {
        String clientId = settings.clientIdPrefix() + "-" + site + "-cabs";
        try {
            Mqtt5Connect connect =
                    MqttClients.connect(settings.connection())
                            .cleanStart(false)
                            .sessionExpiryInterval(SESSION_EXPIRY_S)
                            .build();
            MqttAssignmentConnection connection =
                    new MqttAssignmentConnection(
                            MqttClients.builder(settings.connection(), clientId), listener);
            connection.subscribe(connect, Topics.assignments(site));
            return connection;
        } catch (IOException | RuntimeException e) {
            listener.lost(String.valueOf(e.getMessage()));
            return () -> {};
        }
    }

    @Override
    public void close() {
        ended.set(true);
        client.disconnect();
    }

    /**
     * Registers the message callback before connecting, because the broker delivers the messages of
     * a resumed session immediately after connecting.
     */
    private void subscribe(Mqtt5Connect connect, String filter) {
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> listener.received(publish.getPayloadAsBytes()));
        client.connect(connect)
                .thenCompose(
                        connected ->
                                client.subscribeWith()
                                        .topicFilter(filter)
                                        .qos(MqttQos.AT_LEAST_ONCE)
                                        .retainHandling(
                                                Mqtt5RetainHandling
                                                        .SEND_IF_SUBSCRIPTION_DOES_NOT_EXIST)
                                        .send())
                .whenComplete(
                        (subscribed, failure) -> {
                            if (failure != null) {
                                end(failure);
                            }
                        });
    }

    private void end(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            client.disconnect();
            listener.lost(ConnectionFaults.of(cause).reason());
        }
    }
}
