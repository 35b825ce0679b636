package io.fueloptimine.connectors.mqtt.reader;

/**
 * Acknowledges one message on the connection that delivered it. The handle has no reference to the
 * message, so that messages that wait for a checkpoint need little memory.
 */
final class AcknowledgementHandle {

    private final MqttSession session;
    private final int connectionNumber;
    private final Runnable acknowledgement;

    AcknowledgementHandle(MqttSession session, int connectionNumber, Runnable acknowledgement) {
        this.session = session;
        this.connectionNumber = connectionNumber;
        this.acknowledgement = acknowledgement;
    }

    String sessionId() {
        return session.id();
    }

    /**
     * Whether the connection is still the current connection of its session. If it is not, the
     * broker sends the message again.
     */
    boolean isCurrent() {
        return session.isCurrent(connectionNumber);
    }

    /** Acknowledges the message. Has no effect if the connection was lost. */
    void acknowledge() {
        if (session.releaseOne(connectionNumber)) {
            acknowledgement.run();
        }
    }
}
