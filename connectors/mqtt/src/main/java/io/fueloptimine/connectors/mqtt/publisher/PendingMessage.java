package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A message that the publisher has accepted, and the future that was returned for it. Guarded by
 * its publisher's lock.
 */
final class PendingMessage {

    private final OutgoingMessage message;
    private final long acceptedNs;
    private final CompletableFuture<Void> result = new CompletableFuture<>();
    private int sentOnConnection = -1;

    PendingMessage(OutgoingMessage message, long nowNs) {
        this.message = message;
        this.acceptedNs = nowNs;
    }

    OutgoingMessage message() {
        return message;
    }

    CompletableFuture<Void> result() {
        return result;
    }

    void sentOn(int connectionNumber) {
        sentOnConnection = connectionNumber;
    }

    boolean wasSent() {
        return sentOnConnection >= 0;
    }

    boolean wasSentOn(int connectionNumber) {
        return sentOnConnection == connectionNumber;
    }

    /** Whether the message has expired. */
    boolean isExpired(long nowNs) {
        return message.expiryS() != null && expiryS(nowNs) <= 0;
    }

    /**
     * The time until the message expires, s, reduced by the time for which the message has waited;
     * null if the message does not expire.
     */
    Long expiryS(long nowNs) {
        return message.expiryS() == null
                ? null
                : message.expiryS() - TimeUnit.NANOSECONDS.toSeconds(nowNs - acceptedNs);
    }
}
