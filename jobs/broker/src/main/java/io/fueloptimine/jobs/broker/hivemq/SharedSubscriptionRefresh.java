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
 * <p>HiveMQ CE reads the list once, shortly after the connect, and caches "no shared subscription"
 * in the connection. A subscription that is being stored at that moment is missed: the session then
 * gets no further message from the shared queue after its first acknowledgement. A SUBACK is sent
 * after the subscription is stored, so the list is complete then. Thread-safe.
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

    /** Runs in the event loop of the connection, as HiveMQ's own read of the list does. */
    private void refresh(String session, ClientConnection connection) {
        subscriptions.invalidateSharedSubscriptionCache(session);
        connection.setNoSharedSubscription(false);
        if (!connection.isMessagesInFlight()) {
            polls.pollMessages(session, connection.getChannel());
        }
    }
}
