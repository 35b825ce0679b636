package io.fueloptimine.jobs.ingest;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition with a time limit and an error message. */
final class Awaiting {

    private static final long PAUSE_NS = Duration.ofMillis(20).toNanos();

    private Awaiting() {}

    static void until(Duration bound, BooleanSupplier condition, Supplier<String> message) {
        long deadlineNs = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError(message.get() + " after " + bound);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
