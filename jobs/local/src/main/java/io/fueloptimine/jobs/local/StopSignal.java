package io.fueloptimine.jobs.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a run cleanly: the JVM's end waits until the run has stopped its parts.
 *
 * <p>Thread-safe.
 */
public final class StopSignal {

    private static final Duration LONGEST_STOP = Duration.ofMinutes(4);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** A signal that the end of this JVM gives. */
    public static StopSignal onShutdown() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::askAndWait, "stop-run"));
        return signal;
    }

    /** Asks the run to stop. */
    public void ask() {
        asked.countDown();
    }

    /** Waits; true as soon as the run is asked to stop. */
    public boolean isAskedWithin(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells that everything has stopped. */
    public void ended() {
        ended.countDown();
    }

    private void askAndWait() {
        ask();
        try {
            ended.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
