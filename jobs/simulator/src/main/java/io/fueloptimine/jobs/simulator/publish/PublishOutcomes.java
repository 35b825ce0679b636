package io.fueloptimine.jobs.simulator.publish;

import io.fueloptimine.connectors.mqtt.publisher.NoSubscriberException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts messages by the broker's answer. Logs the first refusal and the first message without a
 * subscriber. Thread-safe.
 */
final class PublishOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(PublishOutcomes.class);

    private long accepted;
    private long sent;
    private long refused;
    private long withoutSubscriber;
    private boolean closed;

    synchronized void accepted() {
        accepted++;
    }

    /**
     * Counts the broker's answer to one message.
     *
     * @param failure the reason for which the broker did not accept the message; null when the
     *     broker acknowledged the message
     */
    synchronized void answered(String topic, Throwable failure) {
        if (failure == null) {
            sent++;
        } else if (failure instanceof NoSubscriberException) {
            sent++;
            if (withoutSubscriber++ == 0) {
                LOG.warn("no subscription matches topic {}", topic);
            }
        } else if (closed) {
            return;
        } else if (refused++ == 0) {
            LOG.error("the broker refuses messages, the first one on {}", topic, failure);
        }
        notifyAll();
    }

    synchronized PublishCounts counts(long repeats) {
        return new PublishCounts(sent, pending(), repeats, refused, withoutSubscriber);
    }

    /**
     * Waits until no message is pending; returns false if messages are still pending after the time
     * limit.
     */
    synchronized boolean awaitNonePending(Duration limit) throws InterruptedException {
        long deadlineNs = System.nanoTime() + limit.toNanos();
        while (pending() > 0) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }

    /**
     * Marks the publisher as closed. Messages that fail afterwards are counted as pending, not as
     * refused.
     */
    synchronized void close() {
        closed = true;
    }

    private long pending() {
        return accepted - sent - refused;
    }
}
