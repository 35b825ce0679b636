package io.fueloptimine.connectors.mqtt.reader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Passes messages from the connections' threads to the task's thread, each session's in order.
 *
 * <p>A paused session's messages are held back until it resumes. Never drops and never blocks. What
 * bounds it is MQTT's own flow control: a message in here is unacknowledged, a broker sends no
 * session more than its window of those, and what a lost connection delivered is discarded.
 */
final class HandOver {

    private final Queue<Delivery> ready = new ArrayDeque<>();
    private final Map<String, Queue<Delivery>> heldBack = new HashMap<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private IOException failure;

    void put(Delivery delivery) {
        wakeAfter(() -> heldBack.getOrDefault(delivery.receipt().sessionId(), ready).add(delivery));
    }

    /** Makes every later {@link #poll()} throw. */
    void fail(IOException fault) {
        wakeAfter(() -> failure = failure == null ? fault : failure);
    }

    /** The next message, or null if there is none now. */
    synchronized Delivery poll() throws IOException {
        throwFailure();
        Delivery next = ready.poll();
        resetAvailable();
        return next;
    }

    /** Throws what {@link #fail} was told, if anything. */
    synchronized void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Holds the session's messages back until it resumes; to pause twice is to pause. */
    synchronized void pause(String sessionId) {
        if (!heldBack.containsKey(sessionId)) {
            heldBack.put(sessionId, take(sessionId));
            resetAvailable();
        }
    }

    /** Lets the session's messages through again, in the order in which they came. */
    void resume(String sessionId) {
        wakeAfter(
                () -> {
                    Queue<Delivery> held = heldBack.remove(sessionId);
                    if (held != null) {
                        ready.addAll(held);
                    }
                });
    }

    /** Forgets what the session's lost connection delivered: the broker sends it again. */
    synchronized void discard(String sessionId) {
        take(sessionId);
        heldBack.computeIfPresent(sessionId, (id, held) -> new ArrayDeque<>());
        resetAvailable();
    }

    /** Complete when {@link #poll()} is worth calling. */
    synchronized CompletableFuture<Void> available() {
        return available;
    }

    /** Messages not yet handed over, held back or not. */
    synchronized int size() {
        return ready.size() + heldBack.values().stream().mapToInt(Queue::size).sum();
    }

    private Queue<Delivery> take(String sessionId) {
        Queue<Delivery> taken = new ArrayDeque<>();
        for (Iterator<Delivery> all = ready.iterator(); all.hasNext(); ) {
            Delivery delivery = all.next();
            if (delivery.receipt().sessionId().equals(sessionId)) {
                all.remove();
                taken.add(delivery);
            }
        }
        return taken;
    }

    private void resetAvailable() {
        if (ready.isEmpty() && failure == null && available.isDone()) {
            available = new CompletableFuture<>();
        }
    }

    /** Completes outside the lock: what waits on the future may run in this very call. */
    private void wakeAfter(Runnable change) {
        CompletableFuture<Void> waiting = null;
        synchronized (this) {
            change.run();
            if (failure != null || !ready.isEmpty()) {
                waiting = available;
            }
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }
}
