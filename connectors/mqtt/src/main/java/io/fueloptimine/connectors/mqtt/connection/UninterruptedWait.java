package io.fueloptimine.connectors.mqtt.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an end that must be reached although the task was cancelled and interrupted. */
public final class UninterruptedWait {

    private UninterruptedWait() {}

    /**
     * Waits until the future is done, well or not; an interrupt is kept for later.
     *
     * @return false if the time ran out
     */
    public static boolean until(CompletableFuture<?> future, Duration timeout) {
        long deadlineNs = System.nanoTime() + timeout.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    future.get(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (ExecutionException e) {
                    return true;
                } catch (TimeoutException e) {
                    return false;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
