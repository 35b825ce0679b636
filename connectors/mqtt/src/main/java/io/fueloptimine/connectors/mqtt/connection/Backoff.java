package io.fueloptimine.connectors.mqtt.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pause before the next attempt to connect. It doubles with each failure; a random part of up
 * to half of the pause is deducted, so that the sessions do not all connect to a restarted broker
 * at the same time. Not thread-safe.
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

    /** The next pause, in milliseconds. */
    public long nextPauseMs() {
        long pauseMs = nextMs - random.nextLong(nextMs / 2 + 1);
        nextMs = Math.min(longestMs, nextMs * 2);
        return pauseMs;
    }

    /** Resets the pause to its initial length. Call this method after a stable connection. */
    public void reset() {
        nextMs = initialMs;
    }
}
