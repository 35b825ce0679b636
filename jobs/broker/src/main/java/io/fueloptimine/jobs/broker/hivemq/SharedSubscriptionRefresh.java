package io.fueloptimine.jobs.broker.hivemq;

import com.google.inject.Injector;
import com.hivemq.bootstrap.ClientConnection;
import com.hivemq.extension.sdk.api.client.ClientContext;
import com.hivemq.extension.sdk.api.client.parameter.InitializerInput;
import com.hivemq.extension.sdk.api.interceptor.suback.parameter.SubackOutboundInput;
import com.hivemq.extension.sdk.api.interceptor.suback.parameter.SubackOutboundOutput;
import com.hivemq.extension.sdk.api.services.intializer.ClientInitializer;
import com.hivemq.mqtt.services.PublishPollService;
import com.hivemq.persistence.clientsession.SharedSubscriptionService;
import com.hivemq.persistence.connection.ConnectionPersistence;

/**
 * Makes a connection read its list of shared subscriptions again when a subscription is confirmed.
 *
 * <p>HiveMQ CE reads the list once, shortly after the connect, and caches the result in the
 * connection. If a subscription is stored at the same time, the list can lack this subscription.
 * The session then receives no further message from the shared queue after its first
 * acknowledgement. HiveMQ sends a SUBACK (confirmation) after it has stored the subscription, so
 * that the list is complete at this time. Thread-safe.
 */
final class SharedSubscriptionRefresh implements ClientInitializer {

    private final ConnectionPersistence connections;
    private final SharedSubscriptionService subscriptions;
    private final PublishPollService polls;

    SharedSubscriptionRefresh(Injector hiveMq) {
        connections = hiveMq.getInstance(ConnectionPersistence.class);
        subscriptions = hiveMq.getInstance(SharedSubscriptionService.class);
        polls = hiveMq.getInstance(PublishPollService.class);
    }

    @Override
    public void initialize(InitializerInput input, ClientContext session) {
        session.addSubackOutboundInterceptor(this::onSuback);
    }

    private void onSuback(SubackOutboundInput input, SubackOutboundOutput output) {
        String session = input.getClientInformation().getClientId();
        ClientConnection connection = connections.get(session);
        if (connection != null) {
            connection.getChannel().eventLoop().execute(() -> refresh(session, connection));
        }
    }

    /** Reads the list again, in the event loop of the connection, in which HiveMQ also reads it. */
    private void refresh(String session, ClientConnection connection) {
        subscriptions.invalidateSharedSubscriptionCache(session);
        connection.setNoSharedSubscription(false);
        if (!connection.isMessagesInFlight()) {
            polls.pollMessages(session, connection.getChannel());
        }
    }
}
