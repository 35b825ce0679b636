package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.models.mine.RawMessage;

/** One message as one connection delivered it, and the duty to acknowledge it there. */
final class Delivery {

    private final MqttSession session;
    private final int connectionNumber;
    private final RawMessage message;
    private final Runnable acknowledgement;

    Delivery(
            MqttSession session,
            int connectionNumber,
            RawMessage message,
            Runnable acknowledgement) {
        this.session = session;
        this.connectionNumber = connectionNumber;
        this.message = message;
        this.acknowledgement = acknowledgement;
    }

    RawMessage message() {
        return message;
    }

    /** Whether its connection still stands; if not, the broker sends the message again. */
    boolean isAcknowledgeable() {
        return session.isCurrent(connectionNumber);
    }

    /** Acknowledges it, unless its connection is gone and with it the broker's interest. */
    void acknowledge() {
        if (session.releaseOne(connectionNumber)) {
            acknowledgement.run();
        }
    }
}
