package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.concurrent.CompletableFuture;

/**
 * One connection to the broker, good for one use; the only place of a publisher where the network
 * comes in. Thread-safe.
 */
interface PublishLink {

    /**
     * Sends a message at QoS 1 and returns at once.
     *
     * @param expiryS seconds the broker may keep it; null for as long as it likes
     * @return complete when the broker has acknowledged it; fails with {@link LinkLostException}
     *     when nobody knows whether it arrived, with any other exception when it did not
     */
    CompletableFuture<Void> publish(OutgoingMessage message, Long expiryS);

    /** Leaves the broker; complete when nothing of this connection is left. */
    CompletableFuture<Void> close();

    /** Opens links. A loss may be told before the link is returned, {@code up} only afterwards. */
    interface Opener {
        PublishLink open(Listener listener);
    }

    /** Hears what happens to one link. */
    interface Listener {

        /** It is connected. */
        void up();

        /** It failed or never came up; called once, never after {@link PublishLink#close()}. */
        void lost(ConnectionFault fault);
    }
}
