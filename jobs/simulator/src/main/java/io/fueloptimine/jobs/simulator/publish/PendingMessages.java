package io.fueloptimine.jobs.simulator.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The messages of one lane that the broker has not answered: first those in flight, then those that
 * wait, in the order of their offers. Bounded. Thread-safe.
 */
public final class PendingMessages {

    /** One message; an identity of its own keeps equal messages apart. */
    static final class Entry {
        private final OutboundMessage message;

        private Entry(OutboundMessage message) {
            this.message = message;
        }

        OutboundMessage message() {
            return message;
        }
    }

    private final int maxPending;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private final Set<Entry> inFlight = new LinkedHashSet<>();
    private long connection;
    private boolean broken;
    private boolean closed;
    private long sent;
    private long repeats;
    private long refused;
    private long unheard;

    /**
     * @param maxPending offers beyond wait
     */
    PendingMessages(int maxPending) {
        this.maxPending = maxPending;
    }

    /** Adds a message, waiting for room. */
    void offer(OutboundMessage message) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && size() >= maxPending) {
                changed.await();
            }
            if (closed) {
                throw new IllegalStateException("the lane is closed");
            }
            waiting.add(new Entry(message));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins with a fresh connection: what was in flight over the last one waits again, in front
     * and in its old order.
     *
     * @return the connection's number, by which its answers are known
     */
    long beginConnection() {
        lock.lock();
        try {
            List<Entry> again = new ArrayList<>(inFlight);
            inFlight.clear();
            for (int i = again.size() - 1; i >= 0; i--) {
                waiting.addFirst(again.get(i));
            }
            repeats += again.size();
            broken = false;
            return ++connection;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a message and for room in the window, and puts it in flight.
     *
     * @return null when the connection is broken or the lane closed
     */
    Entry nextToSend(int window) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !broken && (waiting.isEmpty() || inFlight.size() >= window)) {
                changed.await();
            }
            if (closed || broken) {
                return null;
            }
            Entry entry = waiting.poll();
            inFlight.add(entry);
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the broker's answer; one that comes over an earlier connection is too late. */
    void answered(long overConnection, Entry entry, MqttLink.Answer answer) {
        lock.lock();
        try {
            if (overConnection != connection || !inFlight.remove(entry)) {
                return;
            }
            switch (answer) {
                case ACCEPTED -> sent++;
                case UNHEARD -> {
                    sent++;
                    unheard++;
                }
                case REFUSED -> refused++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The connection is lost.
     *
     * @return whether that is news
     */
    boolean lost(long lostConnection) {
        lock.lock();
        try {
            boolean news = lostConnection == connection && !broken && !closed;
            if (news) {
                broken = true;
                changed.signalAll();
            }
            return news;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is pending; false when the time was up before. */
    boolean awaitEmpty(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (size() > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return size() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long; false as soon as the lane is closed. */
    boolean staysOpenFor(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes and gives nothing any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    PublishCounts figures() {
        lock.lock();
        try {
            return new PublishCounts(sent, size(), repeats, refused, unheard);
        } finally {
            lock.unlock();
        }
    }

    private int size() {
        return waiting.size() + inFlight.size();
    }
}
