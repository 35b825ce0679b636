package io.fueloptimine.jobs.local.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a bound. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Await() {}

    /**
     * Waits until a condition holds.
     *
     * @throws IllegalStateException when it does not within the limit; the message names it
     */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        if (!holdsWithin(limit, condition)) {
            throw new IllegalStateException(
                    "waited " + limit.toSeconds() + " s in vain until " + what);
        }
    }

    /** Waits until a condition holds or the limit has passed, and says whether it holds. */
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
