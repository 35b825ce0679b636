package io.fueloptimine.connectors.mqtt.reader;

/**
 * The duty to acknowledge one message on the connection that delivered it. Holds no message, so
 * that what waits for a checkpoint is small.
 */
final class Receipt {

    private final MqttSession session;
    private final int connectionNumber;
    private final Runnable acknowledgement;

    Receipt(MqttSession session, int connectionNumber, Runnable acknowledgement) {
        this.session = session;
        this.connectionNumber = connectionNumber;
        this.acknowledgement = acknowledgement;
    }

    String sessionId() {
        return session.id();
    }

    /** Whether its connection still stands; if not, the broker sends the message again. */
    boolean isCurrent() {
        return session.isCurrent(connectionNumber);
    }

    /**
     * Acknowledges the message, unless its connection is gone and with it the broker's interest.
     */
    void acknowledge() {
        if (session.releaseOne(connectionNumber)) {
            acknowledgement.run();
        }
    }
}
