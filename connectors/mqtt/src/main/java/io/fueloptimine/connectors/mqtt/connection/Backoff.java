package io.fueloptimine.connectors.mqtt.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pause before the next attempt to connect: doubles with each failure, and takes a random share
 * of up to half off, so that a restarted broker is not stormed by all sessions at once. Not
 * thread-safe.
 */
public final class Backoff {

    private final long initialMs;
    private final long longestMs;
    private final RandomGenerator random;
    private long nextMs;

    public Backoff(Duration initial, Duration longest, RandomGenerator random) {
        this.initialMs = initial.toMillis();
        this.longestMs = longest.toMillis();
        this.random = random;
        this.nextMs = initialMs;
    }

    /** The pause to make now, in milliseconds. */
    public long nextPauseMs() {
        long pauseMs = nextMs - random.nextLong(nextMs / 2 + 1);
        nextMs = Math.min(longestMs, nextMs * 2);
        return pauseMs;
    }

    /** To be called when a connection has proved good. */
    public void reset() {
        nextMs = initialMs;
    }
}
