package io.fueloptimine.connectors.mqtt.publisher;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The messages that a publisher has accepted and not yet settled, in the order of acceptance. Not
 * thread-safe; the publisher's lock guards it.
 */
final class UnsettledMessages {

    private final Set<PendingMessage> messages = new LinkedHashSet<>();
    private final PublisherCounters counters;
    private final Semaphore permits;

    /**
     * @param permits the permits for unsettled messages; one permit is released for each message
     *     that is settled or fails
     */
    UnsettledMessages(PublisherCounters counters, Semaphore permits) {
        this.counters = counters;
        this.permits = permits;
    }

    /**
     * Completes the future of a removed message. This can run code of the caller, so the
     * publisher's lock must not be held.
     */
    void settle(PendingMessage message) {
        permits.release();
        message.result().complete(null);
    }

    /**
     * Completes the futures of removed messages with a failure. This can run code of the caller, so
     * the publisher's lock must not be held.
     */
    void fail(List<PendingMessage> removed, Throwable failure) {
        for (PendingMessage message : removed) {
            counters.failed();
            permits.release();
            message.result().completeExceptionally(failure);
        }
    }

    void add(PendingMessage message) {
        messages.add(message);
    }

    /** Removes a message. Returns whether it was still contained. */
    boolean remove(PendingMessage message) {
        return messages.remove(message);
    }

    List<PendingMessage> removeAll() {
        List<PendingMessage> all = list();
        messages.clear();
        return all;
    }

    /**
     * Removes and returns the messages that are expired or cancelled. Expired messages are counted.
     */
    List<PendingMessage> removeExpiredAndCancelled(long nowNs) {
        List<PendingMessage> removed = new ArrayList<>();
        for (PendingMessage message : messages) {
            boolean expired = message.isExpired(nowNs);
            if (expired) {
                counters.expired();
            }
            if (expired || message.result().isDone()) {
                removed.add(message);
            }
        }
        removed.forEach(messages::remove);
        return removed;
    }

    List<PendingMessage> list() {
        return List.copyOf(messages);
    }

    int size() {
        return messages.size();
    }
}
