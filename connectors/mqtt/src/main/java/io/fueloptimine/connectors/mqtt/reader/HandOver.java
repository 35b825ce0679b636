package io.fueloptimine.connectors.mqtt.reader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Passes messages from the connections' threads to the task's thread.
 *
 * <p>Never drops and never blocks. What bounds it is MQTT's own flow control: a message in here is
 * unacknowledged, and a broker sends no session more than its receive maximum of those.
 */
final class HandOver {

    private final Queue<Delivery> deliveries = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private IOException failure;

    void put(Delivery delivery) {
        wakeAfter(() -> deliveries.add(delivery));
    }

    /** Makes every later {@link #poll()} throw. */
    void fail(IOException fault) {
        wakeAfter(() -> failure = failure == null ? fault : failure);
    }

    /** The next message, or null if there is none now. */
    synchronized Delivery poll() throws IOException {
        if (failure != null) {
            throw failure;
        }
        Delivery next = deliveries.poll();
        if (deliveries.isEmpty() && available.isDone()) {
            available = new CompletableFuture<>();
        }
        return next;
    }

    /** Complete when {@link #poll()} is worth calling. */
    synchronized CompletableFuture<Void> available() {
        return available;
    }

    synchronized int size() {
        return deliveries.size();
    }

    /** Completes outside the lock: what waits on the future may run in this very call. */
    private void wakeAfter(Runnable change) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            change.run();
            waiting = available;
        }
        waiting.complete(null);
    }
}
