package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A fault that was injected, with three measured recovery times. Thread-safe: the monitor writes
 * them while the run reads them.
 *
 * <ul>
 *   <li>Flow: until a new reading reaches Kafka, at least two seconds after the fault; a reading
 *       that arrives earlier was already in flight.
 *   <li>Caught up: until a reading that was sent after the fault reaches Kafka.
 *   <li>Job fuel: until it completes a checkpoint that covers more readings than were committed
 *       within two seconds of the fault.
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
     * @param at time since the load began
     * @param offered readings sent so far
     * @param committed readings that job fuel has committed so far
     */
    InjectedFault(int number, Fault fault, Duration at, long offered, long committed) {
        this(number, fault, at, offered, committed, System::nanoTime);
    }

    /** With a clock in nanoseconds, for tests. */
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

    /** Records that a reading reached Kafka for the first time. */
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

    /** Milliseconds until readings flowed again; empty until then. */
    OptionalLong flowMs() {
        return measured(flowMs);
    }

    /** Milliseconds until ingest had caught up; empty until then. */
    OptionalLong caughtUpMs() {
        return measured(caughtUpMs);
    }

    /** Milliseconds until job fuel completed a checkpoint; empty until then. */
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
