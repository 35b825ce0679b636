package io.fueloptimine.connectors.mqtt.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a future even if the thread is interrupted, as the thread of a cancelled task is. */
public final class UninterruptibleWait {

    private UninterruptibleWait() {}

    /**
     * Waits until the future is done, normally or exceptionally. Afterwards the interrupt flag of
     * the thread is restored.
     *
     * @return false if the timeout passed before the future was done
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
