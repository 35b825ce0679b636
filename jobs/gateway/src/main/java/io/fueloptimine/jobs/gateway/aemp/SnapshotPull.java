package io.fueloptimine.jobs.gateway.aemp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Polls at fixed intervals on a thread of its own until it is closed. While messages wait for the
 * broker, they are offered again every ten seconds.
 */
public final class SnapshotPull implements AutoCloseable {

    private static final Duration OFFER_AGAIN = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final SnapshotPoller poller;
    private final Duration every;
    private final Consumer<List<String>> problems;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private SnapshotPull(SnapshotPoller poller, Duration every, Consumer<List<String>> problems) {
        this.poller = poller;
        this.every = every;
        this.problems = problems;
        thread = new Thread(this::run, "aemp-pull");
        thread.setDaemon(true);
    }

    /**
     * Starts to poll.
     *
     * @param every the time from one poll to the next
     * @param problems receives, on the thread that polls, what each poll could not read or publish;
     *     empty when all is well
     */
    public static SnapshotPull start(
            SnapshotPoller poller, Duration every, Consumer<List<String>> problems) {
        SnapshotPull pull = new SnapshotPull(poller, every, problems);
        pull.thread.start();
        return pull;
    }

    /** Stops polling; what is being published has 15 s to end, the rest is kept in the state. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            long next = System.nanoTime();
            do {
                problems.accept(poller.poll());
                // A poll that took longer than the interval is not made up for.
                next = Math.max(next + every.toNanos(), System.nanoTime());
            } while (!closedUntil(next));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the next poll, or until the pull is closed, and returns whether it is. */
    private boolean closedUntil(long next) throws InterruptedException {
        long leftNs = next - System.nanoTime();
        while (leftNs > 0) {
            boolean anyWaits = poller.counts().waiting() > 0;
            long pauseNs = anyWaits ? Math.min(leftNs, OFFER_AGAIN.toNanos()) : leftNs;
            if (closed.await(pauseNs, TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (poller.counts().waiting() > 0) {
                poller.deliver();
            }
            leftNs = next - System.nanoTime();
        }
        return closed.getCount() == 0;
    }
}
