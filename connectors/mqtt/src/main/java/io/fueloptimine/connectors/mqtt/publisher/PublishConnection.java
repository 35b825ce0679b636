package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.concurrent.CompletableFuture;

/**
 * One connection to the broker, which is not reused after it is lost. All of a publisher's network
 * access is behind this interface. Thread-safe.
 */
interface PublishConnection {

    /**
     * Sends a message at QoS 1 and returns at once.
     *
     * @param expiryS seconds after which the broker may drop the message; null for no limit
     * @return completes when the broker has acknowledged the message; fails with {@link
     *     ConnectionLostException} when it is unknown whether the message arrived, and with another
     *     exception when the message did not arrive
     */
    CompletableFuture<Void> publish(OutgoingMessage message, Long expiryS);

    /** Disconnects; completes when the connection has ended. */
    CompletableFuture<Void> close();

    /**
     * Opens connections. An implementation may call {@link Listener#lost}, but not {@link
     * Listener#up}, before its method returns.
     */
    interface Opener {
        PublishConnection open(Listener listener);
    }

    /** Receives the events of one connection. */
    interface Listener {

        /** Called when the connection is established. */
        void up();

        /**
         * Called when the connection has failed, at most once, and never after {@link
         * PublishConnection#close()}.
         */
        void lost(ConnectionFault fault);
    }
}
