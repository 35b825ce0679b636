package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.jobs.local.stack.StackException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The measurement of one reader that empties the broker's queue.
 *
 * @param messages the number of messages that arrived during the measurement
 * @param nanos the duration of the measurement in ns
 */
record QueueDrain(long messages, long nanos) {

    private static final long POLL_NS = Duration.ofMillis(10).toNanos();
    private static final Duration LIMIT = Duration.ofSeconds(120);

    /**
     * Waits until the reader has received all messages. The measurement starts when the first
     * messages have arrived; it excludes the start of a job and the first messages.
     *
     * @throws StackException if messages are still missing after 2 min
     */
    static QueueDrain of(QueueReader reader, long messages) {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        long first = 0;
        long startNs = 0;
        while (true) {
            long arrived = reader.arrived();
            long nowNs = System.nanoTime();
            if (first == 0 && arrived > 0) {
                first = arrived;
                startNs = nowNs;
            }
            if (arrived >= messages) {
                return new QueueDrain(arrived - first, nowNs - startNs);
            }
            if (nowNs > deadlineNs) {
                throw new StackException(
                        arrived + " of " + messages + " messages arrived in " + LIMIT, null);
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    /** The rate in messages/s. */
    double perSecond() {
        return messages * 1e9 / nanos;
    }
}
