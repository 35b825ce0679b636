package io.fueloptimine.jobs.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Publishes numbered messages until it is ended. */
final class ContinuousPublisher {

    private static final int BATCH = 50;

    private final CompletableFuture<Integer> published;
    private volatile boolean running = true;

    private ContinuousPublisher(int port, String topic, String prefix) {
        published = CompletableFuture.supplyAsync(() -> publish(port, topic, prefix));
    }

    /** Starts to publish {@code prefix0}, {@code prefix1} and so on in its own thread. */
    static ContinuousPublisher on(int port, String topic, String prefix) {
        return new ContinuousPublisher(port, topic, prefix);
    }

    /** Stops publishing; returns the number of messages, all of them acknowledged. */
    int end() throws Exception {
        running = false;
        return published.get(30, TimeUnit.SECONDS);
    }

    private int publish(int port, String topic, String prefix) {
        int count = 0;
        try (MinePublisher publisher = new MinePublisher(port)) {
            while (running) {
                publisher.publish(topic, prefix, count, BATCH);
                count += BATCH;
            }
        }
        return count;
    }
}
