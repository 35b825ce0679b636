package io.fueloptimine.jobs.ingest;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, with a bound and with words for the case that it never holds. */
final class Waiting {

    private static final long PAUSE_NS = Duration.ofMillis(20).toNanos();

    private Waiting() {}

    static void until(Duration bound, BooleanSupplier condition, Supplier<String> whatIsWrong) {
        long deadlineNs = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError(whatIsWrong.get() + " after " + bound);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
