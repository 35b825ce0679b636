package io.fueloptimine.jobs.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A machine that never stops talking: publishes numbered messages until it is told to end. */
final class Load {

    private static final int BATCH = 50;

    private final CompletableFuture<Integer> published;
    private volatile boolean goesOn = true;

    private Load(int port, String topic, String prefix) {
        published = CompletableFuture.supplyAsync(() -> publish(port, topic, prefix));
    }

    /** Begins to publish {@code prefix0}, {@code prefix1} and so on, on a thread of its own. */
    static Load on(int port, String topic, String prefix) {
        return new Load(port, topic, prefix);
    }

    /** Ends it and says how many messages the broker acknowledged, all that it published. */
    int end() throws Exception {
        goesOn = false;
        return published.get(30, TimeUnit.SECONDS);
    }

    private int publish(int port, String topic, String prefix) {
        int count = 0;
        try (MinePublisher publisher = new MinePublisher(port)) {
            while (goesOn) {
                publisher.publish(topic, prefix, count, BATCH);
                count += BATCH;
            }
        }
        return count;
    }
}
