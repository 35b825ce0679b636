package io.fueloptimine.jobs.simulator.publish;

import java.util.EnumSet;
import java.util.Set;
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
public final class PublishLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublishLane.class);
    private static final long FIRST_BACKOFF_MS = 100;
    private static final long LONGEST_BACKOFF_MS = 2_000;

    private final MqttLink first;
    private final MqttLink.Connector connector;
    private final PendingMessages pending;
    private final int maxInFlight;
    private final Thread sender;
    private final Set<MqttLink.Answer> told = EnumSet.of(MqttLink.Answer.ACCEPTED);

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
        this.first = first;
        this.connector = connector;
        this.pending = new PendingMessages(maxPending);
        this.maxInFlight = maxInFlight;
        this.sender = new Thread(this::send, name);
        sender.setDaemon(true);
    }

    void start() {
        sender.start();
    }

    void offer(OutboundMessage message) throws InterruptedException {
        pending.offer(message);
    }

    PublishCounts figures() {
        return pending.figures();
    }

    /** Waits until nothing is pending; false when the time was up before. */
    boolean awaitEmpty(long nanos) throws InterruptedException {
        return pending.awaitEmpty(nanos);
    }

    @Override
    public void close() {
        pending.close();
        sender.interrupt();
    }

    private void send() {
        MqttLink link = first;
        try {
            while (link != null) {
                sendOver(link);
                link.close();
                link = connectPatiently();
            }
        } catch (InterruptedException e) {
            link.close();
        }
    }

    private void sendOver(MqttLink link) throws InterruptedException {
        long connection = pending.beginConnection();
        int window = Math.min(maxInFlight, link.receiveMaximum());
        for (PendingMessages.Entry next = pending.nextToSend(window);
                next != null;
                next = pending.nextToSend(window)) {
            PendingMessages.Entry entry = next;
            link.publish(entry.message())
                    .whenComplete((answer, failure) -> settle(connection, entry, answer, failure));
        }
    }

    private void settle(
            long connection,
            PendingMessages.Entry entry,
            MqttLink.Answer answer,
            Throwable failure) {
        if (failure == null) {
            tellOnce(answer, entry.message().topic());
            pending.answered(connection, entry, answer);
        } else if (pending.lost(connection)) {
            LOG.warn("connection lost, a fresh one takes over: {}", failure.toString());
        }
    }

    private void tellOnce(MqttLink.Answer answer, String topic) {
        synchronized (told) {
            if (!told.add(answer)) {
                return;
            }
        }
        if (answer == MqttLink.Answer.REFUSED) {
            LOG.error("the broker refuses messages, first on {}", topic);
        } else {
            LOG.warn("nobody subscribes to {}", topic);
        }
    }

    /** Tries until it has a link; null when the lane was closed meanwhile. */
    private MqttLink connectPatiently() throws InterruptedException {
        long backoffMs = FIRST_BACKOFF_MS;
        while (pending.staysOpenFor(backoffMs)) {
            try {
                return connector.connect();
            } catch (LinkException | RuntimeException e) {
                backoffMs = Math.min(LONGEST_BACKOFF_MS, 2 * backoffMs);
                LOG.warn("{}; trying again in {} ms", e.getMessage(), backoffMs);
            }
        }
        return null;
    }
}
