package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.RawMessage;
import java.util.concurrent.CompletableFuture;

/** Opens connections to the broker; the only place where the network comes in. Thread-safe. */
public interface SessionConnector {

    /**
     * Begins to connect and returns at once.
     *
     * @param split whose lasting session to resume, or to create if the broker has none
     * @param listener is told what happens, on any thread, also before this method returns
     */
    Connection connect(MqttSessionSplit split, Listener listener);

    /** One connection, good for one use. */
    interface Connection {

        /**
         * Leaves the broker, its session stays there. Acknowledgements that were made before reach
         * the broker first.
         *
         * @return complete when nothing of this connection is left, whatever became of it
         */
        CompletableFuture<Void> close();
    }

    /** Hears what happens to one connection. */
    interface Listener {

        /**
         * It is connected and subscribed.
         *
         * @param resumed whether the broker still knew the session, and with it what it held
         */
        void up(boolean resumed);

        /**
         * A message has come; it may be one that another connection received before.
         *
         * @param acknowledgement to be run once, in the order of receipt; harmless when the
         *     connection is gone
         */
        void received(RawMessage message, Runnable acknowledgement);

        /**
         * Whether a message that MQTT's flow control does not bound, since it was sent at QoS 0,
         * may still come.
         */
        default boolean hasRoom() {
            return true;
        }

        /** Such a message has come without room for it and was dropped, as QoS 0 allows. */
        default void dropped() {}

        /** It failed or never came up; called once, never after {@link Connection#close()}. */
        void lost(ConnectionFault fault);
    }
}
