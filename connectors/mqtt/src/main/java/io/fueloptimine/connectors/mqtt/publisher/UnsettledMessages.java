package io.fueloptimine.connectors.mqtt.publisher;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The messages that a publisher has accepted and not yet settled, in the order of acceptance. Not
 * thread-safe: the publisher guards it by its lock.
 */
final class UnsettledMessages {

    private final Set<PendingMessage> messages = new LinkedHashSet<>();
    private final PublisherCounters counters;

    UnsettledMessages(PublisherCounters counters) {
        this.counters = counters;
    }

    void add(PendingMessage message) {
        messages.add(message);
    }

    /** Whether the message was still here; it is not afterwards. */
    boolean remove(PendingMessage message) {
        return messages.remove(message);
    }

    List<PendingMessage> removeAll() {
        List<PendingMessage> all = list();
        messages.clear();
        return all;
    }

    /** Removes and returns the messages that are expired, which it counts, or cancelled. */
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
