package io.fueloptimine.jobs.simulator.assignment;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import io.fueloptimine.jobs.simulator.publish.HiveMqLink;
import io.fueloptimine.jobs.simulator.publish.MqttSettings;
import io.fueloptimine.models.mine.Topics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A link by the HiveMQ client. Its session outlives it, so that what comes while the mine rests is
 * heard afterwards, as far as it is still valid; what is retained is heard once.
 */
public final class HiveMqAssignmentLink implements AssignmentLink {

    private static final long SESSION_EXPIRY_S = Duration.ofDays(1).toSeconds();

    private final Mqtt5AsyncClient client;
    private final Listener listener;
    private final AtomicBoolean over = new AtomicBoolean();

    private HiveMqAssignmentLink(MqttSettings settings, String clientId, Listener listener) {
        this.client =
                HiveMqLink.builderOf(settings, clientId)
                        .addDisconnectedListener(gone -> end(gone.getCause()))
                        .buildAsync();
        this.listener = listener;
    }

    static AssignmentLink open(MqttSettings settings, String site, Listener listener) {
        String clientId = settings.clientIdPrefix() + "-" + site + "-cabs";
        HiveMqAssignmentLink link = new HiveMqAssignmentLink(settings, clientId, listener);
        link.listen(Topics.assignments(site));
        return link;
    }

    @Override
    public void close() {
        over.set(true);
        client.disconnect();
    }

    /** Listens first: a resumed session delivers as soon as it is connected. */
    private void listen(String filter) {
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> listener.heard(publish.getPayloadAsBytes()));
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_EXPIRY_S)
                .send()
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
        if (over.compareAndSet(false, true)) {
            client.disconnect();
            listener.lost(String.valueOf(cause.getMessage()));
        }
    }
}
