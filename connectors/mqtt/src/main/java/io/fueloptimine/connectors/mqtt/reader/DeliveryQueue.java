package io.fueloptimine.connectors.mqtt.reader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Passes messages from the connections' threads to the task thread, in order per session. The
 * messages of a paused session wait until it resumes.
 *
 * <p>The queue drops no message of a current connection and never blocks. Its size is bounded by
 * MQTT's flow control: all messages in the queue are unacknowledged, and the broker sends each
 * session only a limited number of messages before they are acknowledged. Messages of a lost
 * connection are discarded. Thread-safe.
 */
final class DeliveryQueue {

    private final Queue<ReceivedMessage> ready = new ArrayDeque<>();
    private final Map<String, Queue<ReceivedMessage>> paused = new HashMap<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private IOException failure;

    void put(ReceivedMessage message) {
        wakeAfter(
                () ->
                        paused.getOrDefault(message.acknowledgement().sessionId(), ready)
                                .add(message));
    }

    /** Makes every later {@link #poll()} throw. */
    void fail(IOException exception) {
        wakeAfter(() -> failure = failure == null ? exception : failure);
    }

    /** The next message, or null if there is none. */
    synchronized ReceivedMessage poll() throws IOException {
        throwFailure();
        ReceivedMessage next = ready.poll();
        resetAvailable();
        return next;
    }

    /** Throws the exception that was passed to {@link #fail}, if there is one. */
    synchronized void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Withholds the session's messages until {@link #resume}. Has no effect if the session is
     * already paused.
     */
    synchronized void pause(String sessionId) {
        if (!paused.containsKey(sessionId)) {
            paused.put(sessionId, take(sessionId));
            resetAvailable();
        }
    }

    /** Releases the session's messages, in the order of arrival. */
    void resume(String sessionId) {
        wakeAfter(
                () -> {
                    Queue<ReceivedMessage> withheld = paused.remove(sessionId);
                    if (withheld != null) {
                        ready.addAll(withheld);
                    }
                });
    }

    /** Discards the messages of a session's lost connection; the broker sends them again. */
    synchronized void discard(String sessionId) {
        take(sessionId);
        paused.computeIfPresent(sessionId, (id, withheld) -> new ArrayDeque<>());
        resetAvailable();
    }

    /** Completes when {@link #poll()} returns a message or throws. */
    synchronized CompletableFuture<Void> available() {
        return available;
    }

    /** The number of messages that were not polled yet, including those of paused sessions. */
    synchronized int size() {
        return ready.size() + paused.values().stream().mapToInt(Queue::size).sum();
    }

    private Queue<ReceivedMessage> take(String sessionId) {
        Queue<ReceivedMessage> taken = new ArrayDeque<>();
        for (Iterator<ReceivedMessage> all = ready.iterator(); all.hasNext(); ) {
            ReceivedMessage message = all.next();
            if (message.acknowledgement().sessionId().equals(sessionId)) {
                all.remove();
                taken.add(message);
            }
        }
        return taken;
    }

    private void resetAvailable() {
        if (ready.isEmpty() && failure == null && available.isDone()) {
            available = new CompletableFuture<>();
        }
    }

    /**
     * Runs a change under the lock, then completes the future outside the lock, because completing
     * can run code that waits for the future.
     */
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
