package io.fueloptimine.jobs.local.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a run cleanly at Ctrl-C: a shutdown hook requests the stop and delays the end of the JVM
 * until the run has stopped its parts, by at most four minutes. Thread-safe.
 */
public final class StopSignal {

    private static final Duration LONGEST_STOP = Duration.ofMinutes(4);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** A signal that a shutdown hook of this JVM gives. */
    public static StopSignal onShutdown() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::requestAndWait, "stop-run"));
        return signal;
    }

    /** Requests the stop. */
    public void request() {
        requested.countDown();
    }

    /** Waits for the given time or until the stop is requested; returns whether it is requested. */
    public boolean isRequestedWithin(Duration time) throws InterruptedException {
        return requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Signals that the run has stopped, so that the JVM can end. */
    public void ended() {
        ended.countDown();
    }

    private void requestAndWait() {
        request();
        try {
            ended.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
