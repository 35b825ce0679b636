package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A fault that was injected, with three measured recovery times. Thread-safe, because different
 * threads write and read the times.
 *
 * <ul>
 *   <li>Flow: the time until a new reading reaches Kafka. Readings in the first 2 s after the fault
 *       are ignored, because they were already on their way.
 *   <li>Caught up: the time until a reading that was sent after the fault reaches Kafka.
 *   <li>Job fuel: the time until job fuel completes a checkpoint that covers more readings than its
 *       checkpoints in the first 2 s after the fault.
 * </ul>
 */
final class InjectedFault {

    private static final long IN_FLIGHT_MS = 2_000;

    private final int number;
    private final Fault fault;
    private final Duration at;
    private final LongSupplier nanoClock;
    private final long nanos;
    private final long offered;
    private volatile long committed;
    private volatile long flowMs = -1;
    private volatile long caughtUpMs = -1;
    private volatile long analyticsMs = -1;

    /**
     * @param number the number of the fault, from 1
     * @param at time from the start of the load to the fault
     * @param offered number of readings sent before the fault
     * @param committed number of readings that job fuel committed before the fault
     */
    InjectedFault(int number, Fault fault, Duration at, long offered, long committed) {
        this(number, fault, at, offered, committed, System::nanoTime);
    }

    /** Creates a fault with a given clock in ns, for tests. */
    InjectedFault(
            int number,
            Fault fault,
            Duration at,
            long offered,
            long committed,
            LongSupplier nanoClock) {
        this.number = number;
        this.fault = fault;
        this.at = at;
        this.nanoClock = nanoClock;
        this.nanos = nanoClock.getAsLong();
        this.offered = offered;
        this.committed = committed;
    }

    int number() {
        return number;
    }

    Fault fault() {
        return fault;
    }

    Duration at() {
        return at;
    }

    /**
     * Records the first arrival of a reading in Kafka.
     *
     * @param reading the number of the reading
     */
    void arrived(long reading) {
        if (flowMs >= 0 && caughtUpMs >= 0) {
            return;
        }
        long elapsedMs = elapsedMs();
        if (flowMs < 0 && elapsedMs >= IN_FLIGHT_MS) {
            flowMs = elapsedMs;
        }
        if (caughtUpMs < 0 && reading >= offered) {
            caughtUpMs = elapsedMs;
        }
    }

    /** Records the number of readings that job fuel has committed. */
    void committed(long readings) {
        long elapsedMs = elapsedMs();
        if (elapsedMs < IN_FLIGHT_MS) {
            committed = Math.max(committed, readings);
        } else if (analyticsMs < 0 && readings > committed) {
            analyticsMs = elapsedMs;
        }
    }

    /** Time until readings flowed again, ms; empty before. */
    OptionalLong flowMs() {
        return measured(flowMs);
    }

    /** Time until job ingest had caught up, ms; empty before. */
    OptionalLong caughtUpMs() {
        return measured(caughtUpMs);
    }

    /** Time until job fuel completed a checkpoint, ms; empty before. */
    OptionalLong analyticsMs() {
        return measured(analyticsMs);
    }

    private static OptionalLong measured(long ms) {
        return ms < 0 ? OptionalLong.empty() : OptionalLong.of(ms);
    }

    private long elapsedMs() {
        return (nanoClock.getAsLong() - nanos) / 1_000_000;
    }
}
