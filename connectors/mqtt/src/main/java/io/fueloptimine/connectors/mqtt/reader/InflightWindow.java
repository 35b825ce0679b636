package io.fueloptimine.connectors.mqtt.reader;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures the unacknowledged messages of a session: their number, their age, and for how long
 * their number was at the limit, at which the broker sends no further messages. Thread-safe.
 */
final class InflightWindow {

    private final int size;
    private final LongSupplier clockNs;
    private final Queue<Long> receivedNs = new ArrayDeque<>();
    private long fullSinceNs;
    private long fullNs;

    /**
     * Creates an empty window.
     *
     * @param size the maximum number of unacknowledged messages
     * @param clockNs a monotonic clock, in nanoseconds
     */
    InflightWindow(int size, LongSupplier clockNs) {
        this.size = size;
        this.clockNs = clockNs;
    }

    synchronized void received() {
        long nowNs = clockNs.getAsLong();
        receivedNs.add(nowNs);
        if (receivedNs.size() == size) {
            fullSinceNs = nowNs;
        }
    }

    /**
     * Records that the oldest message was acknowledged; messages are acknowledged in the order of
     * receipt.
     */
    synchronized void released() {
        stopClock();
        receivedNs.poll();
    }

    /** Records that the connection was lost, so that its messages can no longer be acknowledged. */
    synchronized void clear() {
        stopClock();
        receivedNs.clear();
    }

    synchronized boolean isFull() {
        return receivedNs.size() >= size;
    }

    synchronized int inflight() {
        return receivedNs.size();
    }

    /** The age of the oldest unacknowledged message in milliseconds, 0 if there is none. */
    synchronized long lagMillis() {
        Long oldestNs = receivedNs.peek();
        return oldestNs == null ? 0 : TimeUnit.NANOSECONDS.toMillis(clockNs.getAsLong() - oldestNs);
    }

    /** The total time at the limit in milliseconds, including the current period. */
    synchronized long fullMillis() {
        return TimeUnit.NANOSECONDS.toMillis(fullNs + currentPeriodNs());
    }

    private void stopClock() {
        if (receivedNs.size() == size) {
            fullNs += currentPeriodNs();
        }
    }

    private long currentPeriodNs() {
        return isFull() ? clockNs.getAsLong() - fullSinceNs : 0;
    }
}
