package io.fueloptimine.jobs.soak;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * One fault and how long its effects lasted. Thread-safe: the watch writes what the run reads.
 *
 * <p>Readings flow again when a new one reaches Kafka, two seconds after the fault or later: what
 * comes before was on its way already. Ingest has caught up when a reading handed over after the
 * fault stands in Kafka; analytics is back when it has completed a checkpoint that holds more than
 * was committed at the fault.
 */
final class InjectedFault {

    private static final long ON_ITS_WAY_MS = 2_000;

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
     * @param at since the load began
     * @param offered readings handed over at that moment
     * @param committed readings that analytics had committed
     */
    InjectedFault(int number, Fault fault, Duration at, long offered, long committed) {
        this(number, fault, at, offered, committed, System::nanoTime);
    }

    /** The same by a clock that tells nanoseconds. */
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

    /** A reading was seen in Kafka for the first time. */
    void arrived(long reading) {
        if (flowMs >= 0 && caughtUpMs >= 0) {
            return;
        }
        long elapsedMs = elapsedMs();
        if (flowMs < 0 && elapsedMs >= ON_ITS_WAY_MS) {
            flowMs = elapsedMs;
        }
        if (caughtUpMs < 0 && reading >= offered) {
            caughtUpMs = elapsedMs;
        }
    }

    /** Analytics' committed readings were seen. */
    void committed(long readings) {
        long elapsedMs = elapsedMs();
        if (elapsedMs < ON_ITS_WAY_MS) {
            committed = Math.max(committed, readings);
        } else if (analyticsMs < 0 && readings > committed) {
            analyticsMs = elapsedMs;
        }
    }

    /** From the fault until readings flowed again; empty while they do not. */
    OptionalLong flowMs() {
        return told(flowMs);
    }

    /** From the fault until ingest had caught up; empty while it has not. */
    OptionalLong caughtUpMs() {
        return told(caughtUpMs);
    }

    /** From the fault until analytics was back; empty while it is not. */
    OptionalLong analyticsMs() {
        return told(analyticsMs);
    }

    private static OptionalLong told(long ms) {
        return ms < 0 ? OptionalLong.empty() : OptionalLong.of(ms);
    }

    private long elapsedMs() {
        return (nanoClock.getAsLong() - nanos) / 1_000_000;
    }
}
