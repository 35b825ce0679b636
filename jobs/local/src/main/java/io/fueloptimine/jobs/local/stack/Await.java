package io.fueloptimine.jobs.local.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a time limit. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Await() {}

    /**
     * Waits until a condition holds.
     *
     * @param what a description of the condition for the exception's message
     * @throws IllegalStateException if the condition does not hold within the limit
     * @throws StackException if the thread is interrupted
     */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        if (!holdsWithin(limit, condition)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new StackException("interrupted while waiting until " + what, null);
            }
            throw new IllegalStateException(
                    "waited " + limit.toSeconds() + " s, but the condition does not hold: " + what);
        }
    }

    /**
     * Waits until a condition holds or the limit has passed; returns whether the condition holds.
     */
    public static boolean holdsWithin(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
