package io.fueloptimine.connectors.mqtt.publisher;

import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A message that is not settled yet, and what was promised for it. Guarded by its publisher. */
final class PendingMessage {

    private final OutgoingMessage message;
    private final long acceptedNs;
    private final CompletableFuture<Void> promise = new CompletableFuture<>();
    private int sentOnLink = -1;

    PendingMessage(OutgoingMessage message, long nowNs) {
        this.message = message;
        this.acceptedNs = nowNs;
    }

    OutgoingMessage message() {
        return message;
    }

    CompletableFuture<Void> promise() {
        return promise;
    }

    void sentOn(int linkNumber) {
        sentOnLink = linkNumber;
    }

    boolean wasSentOn(int linkNumber) {
        return sentOnLink == linkNumber;
    }

    /** Whether the time is up in which anybody should still get it. */
    boolean isExpired(long nowNs) {
        return message.expiryS() != null && expiryS(nowNs) <= 0;
    }

    /** The seconds left to the broker: waiting here counts too. Null for no limit. */
    Long expiryS(long nowNs) {
        return message.expiryS() == null
                ? null
                : message.expiryS() - TimeUnit.NANOSECONDS.toSeconds(nowNs - acceptedNs);
    }
}
