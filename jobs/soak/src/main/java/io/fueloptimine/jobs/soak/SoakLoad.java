package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the fleet's readings to the broker at a constant rate, in a separate thread. Each reading
 * is sent again until the broker has acknowledged it. After an interruption, the delayed readings
 * are sent at 1.5 times the rate, like readings of machines that regain radio coverage. The counts
 * can be read from other threads.
 */
final class SoakLoad implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_STEP_NANOS = Duration.ofMillis(100).toNanos();
    private static final double CATCH_UP_FACTOR = 1.5;

    private final SoakFleet fleet;
    private final FleetPublisher publisher;
    private final int ratePerS;
    private final Thread thread = new Thread(this::run, "soak-load");
    private volatile long offered;
    private volatile boolean closed;

    SoakLoad(SoakFleet fleet, FleetPublisher publisher, int ratePerS) {
        this.fleet = fleet;
        this.publisher = publisher;
        this.ratePerS = ratePerS;
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Number of readings that were passed to the publisher. */
    long offered() {
        return offered;
    }

    /** Number of readings that the broker has accepted. */
    long acknowledged() {
        return publisher.acknowledged();
    }

    /** How often readings were sent again. */
    long resent() {
        return publisher.resent();
    }

    /** Whether all readings were passed to the publisher and acknowledged by the broker. */
    boolean isDone() {
        return offered == fleet.readings() && publisher.pending() == 0;
    }

    /**
     * Sends the final reading of each truck, and waits until the broker has acknowledged these
     * readings. The event time of a final reading is so late that Flink emits the results of all
     * earlier windows.
     *
     * @return whether all final readings were acknowledged within the limit
     */
    boolean sendClosing(Duration limit) throws InterruptedException {
        for (long reading = fleet.readings(); reading < fleet.withClosing(); reading++) {
            publish(reading);
        }
        return publisher.awaitEmpty(limit);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        publisher.close();
    }

    private void run() {
        long start = System.nanoTime();
        long last = start;
        try {
            while (!closed && offered < fleet.readings()) {
                long now = System.nanoTime();
                long due = Math.min(due(now - start), offered + catchUpLimit(now - last));
                last = now;
                for (long reading = offered; reading < due; reading++) {
                    publish(reading);
                    offered = reading + 1;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(long reading) throws InterruptedException {
        publisher.publish(fleet.machineOf(reading), fleet.message(reading));
    }

    private long due(long elapsedNanos) {
        return Math.min(fleet.readings(), (long) (elapsedNanos / 1e9 * ratePerS));
    }

    private long catchUpLimit(long stepNanos) {
        double stepS = Math.min(stepNanos, LONGEST_STEP_NANOS) / 1e9;
        return 1 + (long) (stepS * ratePerS * CATCH_UP_FACTOR);
    }
}
