package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.RawMessage;
import java.util.concurrent.CompletableFuture;

/**
 * Opens connections to the broker. All of the source's network access is behind it. Thread-safe.
 */
public interface SessionConnector {

    /**
     * Begins to connect and returns at once.
     *
     * @param split the persistent session to resume, or to create if the broker has none
     * @param listener receives the events, on any thread, possibly before this method returns
     */
    Connection connect(MqttSessionSplit split, Listener listener);

    /** One connection, which is not reused after it is lost. */
    interface Connection {

        /**
         * Disconnects; the session stays at the broker. Acknowledgements made before are sent
         * first.
         *
         * @return completes when the connection has ended, normally also after a failure
         */
        CompletableFuture<Void> close();
    }

    /** Receives the events of one connection. */
    interface Listener {

        /**
         * The connection is established and subscribed.
         *
         * @param resumed whether the broker still had the session and its messages
         */
        void up(boolean resumed);

        /**
         * A message has arrived; an earlier connection may have received it before.
         *
         * @param acknowledgement to be run once, in the order of receipt; has no effect when the
         *     connection is lost
         */
        void received(RawMessage message, Runnable acknowledgement);

        /**
         * Whether another message sent at QoS 0, which MQTT's flow control does not cover, can be
         * accepted.
         */
        default boolean hasCapacity() {
            return true;
        }

        /** A message at QoS 0 was dropped because there was no capacity. */
        default void dropped() {}

        /**
         * The connection failed. Called at most once, and never after {@link Connection#close()}.
         */
        void lost(ConnectionFault fault);
    }
}
