package io.fueloptimine.jobs.broker;

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
 * Lets a session hear of the shared subscriptions that it makes while it connects.
 *
 * <p>HiveMQ CE looks once, just after a session's connect, whether it has shared subscriptions, and
 * a connection without does not ask their queues again when it acknowledges. A subscription that is
 * on its way into the store at that moment is overlooked: one in eight new sessions with four topic
 * filters was served nothing more while others of its group, or it itself, still held a message.
 * When the subscription is confirmed, it is in the store; so then the connection looks again.
 * Thread-safe.
 */
final class HeardSubscriptions implements ClientInitializer {

    private final ConnectionPersistence connections;
    private final SharedSubscriptionService subscriptions;
    private final PublishPollService polls;

    HeardSubscriptions(Injector hiveMq) {
        connections = hiveMq.getInstance(ConnectionPersistence.class);
        subscriptions = hiveMq.getInstance(SharedSubscriptionService.class);
        polls = hiveMq.getInstance(PublishPollService.class);
    }

    @Override
    public void initialize(InitializerInput input, ClientContext session) {
        session.addSubackOutboundInterceptor(this::onConfirmed);
    }

    private void onConfirmed(SubackOutboundInput input, SubackOutboundOutput output) {
        String session = input.getClientInformation().getClientId();
        ClientConnection connection = connections.get(session);
        if (connection != null) {
            connection.getChannel().eventLoop().execute(() -> lookAgain(session, connection));
        }
    }

    /** On the connection's own thread, as HiveMQ's first look was. */
    private void lookAgain(String session, ClientConnection connection) {
        subscriptions.invalidateSharedSubscriptionCache(session);
        connection.setNoSharedSubscription(false);
        if (!connection.isMessagesInFlight()) {
            polls.pollMessages(session, connection.getChannel());
        }
    }
}
