package io.fueloptimine.jobs.backfill.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the topics of one job together in event time. In production, records of several topics
 * arrive at the time at which they are written; here all records exist at once, and a topic with
 * few records would otherwise be read to its end before the first reading. Thread-safe.
 */
final class TopicClock {

    /** The position of a topic that has been read to its end. */
    static final long FINISHED = Long.MAX_VALUE;

    private final long slackMs;
    private final List<Long> nextMs = new ArrayList<>();
    private CompletableFuture<Void> moved = new CompletableFuture<>();

    /**
     * @param slackMs how far a topic may be ahead of the slowest one, ms of event time
     */
    TopicClock(long slackMs) {
        this.slackMs = slackMs;
    }

    /**
     * Adds a topic. No topic emits records before each topic has stated the time of its first one.
     *
     * @return the number of the topic
     */
    synchronized int addTopic() {
        nextMs.add(Long.MIN_VALUE);
        return nextMs.size() - 1;
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
            if (nextMs.get(topic) != ms) {
                long before = slowest();
                nextMs.set(topic, ms);
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
