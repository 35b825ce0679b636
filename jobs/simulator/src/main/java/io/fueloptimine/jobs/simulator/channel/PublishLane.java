package io.fueloptimine.jobs.simulator.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages in order over one connection at a time, each until the broker has answered it.
 *
 * <p>Holds at most {@code maxPending} messages: an offer beyond waits. At most as many as the link
 * allows are unanswered at a time. When a link breaks, a fresh one takes over and everything
 * unanswered goes out again in its old order, with the same bytes. Thread-safe; one thread of its
 * own does the sending.
 */
final class PublishLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublishLane.class);
    private static final long FIRST_BACKOFF_MS = 100;
    private static final long LONGEST_BACKOFF_MS = 2_000;

    /** Wraps a message so that equal messages stay apart. */
    private static final class Entry {
        private final OutboundMessage message;

        private Entry(OutboundMessage message) {
            this.message = message;
        }
    }

    private final MqttLink.Connector connector;
    private final int maxPending;
    private final int maxInFlight;
    private final Thread sender;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private final Set<Entry> inFlight = new LinkedHashSet<>();
    private MqttLink link;
    private boolean broken;
    private boolean closed;
    private long sent;
    private long repeats;
    private long refused;
    private long unheard;

    /**
     * @param first the link to begin with
     * @param connector makes the links that follow
     */
    PublishLane(
            String name,
            MqttLink first,
            MqttLink.Connector connector,
            int maxPending,
            int maxInFlight) {
        this.link = first;
        this.connector = connector;
        this.maxPending = maxPending;
        this.maxInFlight = maxInFlight;
        this.sender = new Thread(this::send, name);
        sender.setDaemon(true);
    }

    void start() {
        sender.start();
    }

    void offer(OutboundMessage message) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && pending() >= maxPending) {
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

    PublishFigures figures() {
        lock.lock();
        try {
            return new PublishFigures(sent, pending(), repeats, refused, unheard);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is pending; false when the time was up before. */
    boolean awaitEmpty(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (pending() > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return pending() == 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        sender.interrupt();
    }

    private int pending() {
        return waiting.size() + inFlight.size();
    }

    private void send() {
        MqttLink current = link;
        try {
            while (current != null) {
                sendOver(current);
                current.close();
                takeBack();
                current = connectPatiently();
            }
        } catch (InterruptedException e) {
            current.close();
        }
    }

    private void sendOver(MqttLink current) throws InterruptedException {
        int window = Math.min(maxInFlight, current.receiveMaximum());
        for (Entry entry = nextToSend(window); entry != null; entry = nextToSend(window)) {
            Entry sending = entry;
            current.publish(sending.message)
                    .whenComplete((answer, failure) -> settle(current, sending, answer, failure));
        }
    }

    /** Waits for a message and for room in the window; null when the link is broken or closed. */
    private Entry nextToSend(int window) throws InterruptedException {
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

    private void settle(MqttLink from, Entry entry, MqttLink.Answer answer, Throwable failure) {
        lock.lock();
        try {
            if (from != link || !inFlight.contains(entry)) {
                return;
            }
            if (failure != null) {
                if (!broken && !closed) {
                    LOG.warn("connection lost, a fresh one takes over: {}", failure.toString());
                }
                broken = true;
            } else {
                inFlight.remove(entry);
                count(entry, answer);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void count(Entry entry, MqttLink.Answer answer) {
        if (answer == MqttLink.Answer.REFUSED) {
            if (refused++ == 0) {
                LOG.error("the broker refuses messages, first on {}", entry.message.topic());
            }
            return;
        }
        sent++;
        if (answer == MqttLink.Answer.UNHEARD && unheard++ == 0) {
            LOG.warn("nobody subscribes to {}", entry.message.topic());
        }
    }

    private void takeBack() {
        lock.lock();
        try {
            List<Entry> again = new ArrayList<>(inFlight);
            inFlight.clear();
            for (int i = again.size() - 1; i >= 0; i--) {
                waiting.addFirst(again.get(i));
            }
            repeats += closed ? 0 : again.size();
            link = null;
        } finally {
            lock.unlock();
        }
    }

    /** Tries until it has a link; null when the lane was closed meanwhile. */
    private MqttLink connectPatiently() throws InterruptedException {
        long backoffMs = FIRST_BACKOFF_MS;
        while (awaitBackoff(backoffMs)) {
            try {
                return adopt(connector.connect());
            } catch (LinkException | RuntimeException e) {
                backoffMs = Math.min(LONGEST_BACKOFF_MS, 2 * backoffMs);
                LOG.warn("{}; trying again in {} ms", e.getMessage(), backoffMs);
            }
        }
        return null;
    }

    /** Waits; false as soon as the lane is closed. */
    private boolean awaitBackoff(long backoffMs) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(backoffMs);
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private MqttLink adopt(MqttLink fresh) {
        lock.lock();
        try {
            link = fresh;
            broken = false;
            return fresh;
        } finally {
            lock.unlock();
        }
    }
}
