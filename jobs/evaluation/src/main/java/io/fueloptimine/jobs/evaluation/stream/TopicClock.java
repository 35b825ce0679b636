package io.fueloptimine.jobs.evaluation.stream;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the topics of one job together in event time. In production, records of several topics
 * arrive at the time at which they are written; in an evaluation all records exist at once, and a
 * topic with few records would otherwise be read to its end before the first reading. Thread-safe.
 */
final class TopicClock {

    /** The position of a topic that has been read to its end. */
    static final long FINISHED = Long.MAX_VALUE;

    private final long slackMs;
    private final long[] nextMs;
    private CompletableFuture<Void> moved = new CompletableFuture<>();

    /**
     * @param topics number of topics
     * @param slackMs how far a topic may be ahead of the slowest one, ms of event time
     */
    TopicClock(int topics, long slackMs) {
        this.slackMs = slackMs;
        nextMs = new long[topics];
        Arrays.fill(nextMs, Long.MIN_VALUE);
    }

    /**
     * States the time of the next record of a topic.
     *
     * @return whether the topic may emit this record now
     */
    boolean next(int topic, long ms) {
        CompletableFuture<Void> waiting = null;
        boolean may;
        synchronized (this) {
            if (nextMs[topic] != ms) {
                long before = slowest();
                nextMs[topic] = ms;
                if (slowest() > before) {
                    waiting = moved;
                    moved = new CompletableFuture<>();
                }
            }
            may = isDue(ms);
        }
        if (waiting != null) {
            waiting.complete(null);
        }
        return may;
    }

    /** Completes when the record at this time may have become due. */
    synchronized CompletableFuture<Void> due(long ms) {
        return isDue(ms) ? CompletableFuture.completedFuture(null) : moved;
    }

    private boolean isDue(long ms) {
        long slowest = slowest();
        return slowest > Long.MIN_VALUE && ms - slackMs <= slowest;
    }

    private long slowest() {
        long slowest = Long.MAX_VALUE;
        for (long next : nextMs) {
            slowest = Math.min(slowest, next);
        }
        return slowest;
    }
}
