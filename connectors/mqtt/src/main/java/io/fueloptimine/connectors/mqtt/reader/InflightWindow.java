package io.fueloptimine.connectors.mqtt.reader;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What one session holds unacknowledged: how much, for how long, and how long it stood at the
 * window's bound, where the broker sends no more. Thread-safe.
 */
final class InflightWindow {

    private final int size;
    private final LongSupplier clockNs;
    private final Queue<Long> receivedNs = new ArrayDeque<>();
    private long fullSinceNs;
    private long fullNs;

    /**
     * Begins empty.
     *
     * @param size messages that the broker sends ahead of their acknowledgement
     * @param clockNs a clock that never goes back, in nanoseconds
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

    /** The oldest message was acknowledged: what a session receives it settles in that order. */
    synchronized void released() {
        stopClock();
        receivedNs.poll();
    }

    /** The connection is gone, and with it every claim to an acknowledgement. */
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

    /** Milliseconds at the bound so far, the present stay included. */
    synchronized long fullMillis() {
        return TimeUnit.NANOSECONDS.toMillis(fullNs + presentStayNs());
    }

    private void stopClock() {
        if (receivedNs.size() == size) {
            fullNs += presentStayNs();
        }
    }

    private long presentStayNs() {
        return isFull() ? clockNs.getAsLong() - fullSinceNs : 0;
    }
}
