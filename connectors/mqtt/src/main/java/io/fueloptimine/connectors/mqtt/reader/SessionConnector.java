package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.util.concurrent.CompletableFuture;

/**
 * Opens connections to the broker. All network access of the source uses this interface.
 * Thread-safe.
 */
public interface SessionConnector {

    /**
     * Starts to connect and returns at once.
     *
     * @param split the persistent session to resume, or to create if the broker has none
     * @param listener receives the events, on any thread, possibly before this method returns
     */
    Connection connect(MqttSessionSplit split, Listener listener);

    /** One connection, which is not reused after it is lost. */
    interface Connection {

        /**
         * Disconnects; the session remains at the broker. Earlier acknowledgements are sent before
         * the connection ends.
         *
         * @return completes when the connection has ended, normally also after a failure
         */
        CompletableFuture<Void> close();
    }

    /** Receives the events of one connection. */
    interface Listener {

        /**
         * Called when the connection is established and subscribed.
         *
         * @param resumed whether the broker still had the session and its messages
         */
        void up(boolean resumed);

        /**
         * Called when a message has arrived, which an earlier connection may have received before.
         *
         * @param acknowledgement acknowledges the message; to be run once, in the order of receipt;
         *     has no effect when the connection is lost
         */
        void received(RawMessage message, Runnable acknowledgement);

        /**
         * Whether another message sent at QoS 0, which MQTT's flow control does not cover, can be
         * accepted.
         */
        default boolean hasCapacity() {
            return true;
        }

        /** Called when a message at QoS 0 was dropped because there was no capacity. */
        default void dropped() {}

        /**
         * Called when the connection has failed, at most once, and never after {@link
         * Connection#close()}.
         */
        void lost(ConnectionFault fault);
    }
}
