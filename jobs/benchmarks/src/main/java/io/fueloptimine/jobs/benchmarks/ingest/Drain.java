package io.fueloptimine.jobs.benchmarks.ingest;

import io.fueloptimine.jobs.local.stack.StackException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast one reader emptied the broker's queue.
 *
 * @param messages that arrived while the clock ran
 * @param nanos how long it ran
 */
record Drain(long messages, long nanos) {

    private static final long LOOK_EVERY_NS = Duration.ofMillis(10).toNanos();
    private static final Duration LIMIT = Duration.ofSeconds(120);

    /**
     * Waits until the reader has brought all messages in. The clock starts when the first ones have
     * arrived, which leaves a job's start out of it, and those out of the count.
     *
     * @throws StackException when they are not all there in two minutes
     */
    static Drain of(Reader reader, long messages) {
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
                return new Drain(arrived - first, nowNs - startNs);
            }
            if (nowNs > deadlineNs) {
                throw new StackException(
                        arrived + " of " + messages + " messages arrived in " + LIMIT, null);
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }

    double perSecond() {
        return messages * 1e9 / nanos;
    }
}
