package io.fueloptimine.jobs.local.soak;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * One fault and how long its effects lasted. Thread-safe: the watch writes what the run reads.
 *
 * <p>Ingest has recovered when a reading handed over after the fault stands in Kafka; analytics
 * when it has completed a checkpoint that holds more than was committed at the fault.
 */
final class Injury {

    private final int number;
    private final Fault fault;
    private final Duration at;
    private final long nanos;
    private final long offered;
    private final long committed;
    private volatile long ingestMs = -1;
    private volatile long analyticsMs = -1;

    /**
     * @param at since the load began
     * @param offered readings handed over at that moment
     * @param committed readings that analytics had committed
     */
    Injury(int number, Fault fault, Duration at, long offered, long committed) {
        this.number = number;
        this.fault = fault;
        this.at = at;
        this.nanos = System.nanoTime();
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

    /** A reading was seen in Kafka. */
    void arrived(long reading) {
        if (ingestMs < 0 && reading >= offered) {
            ingestMs = elapsedMs();
        }
    }

    /** Analytics' committed readings were seen. */
    void committed(long readings) {
        if (analyticsMs < 0 && readings > committed) {
            analyticsMs = elapsedMs();
        }
    }

    /** From the fault until ingest had recovered; empty while it has not. */
    OptionalLong ingestMs() {
        return ingestMs < 0 ? OptionalLong.empty() : OptionalLong.of(ingestMs);
    }

    /** From the fault until analytics had recovered; empty while it has not. */
    OptionalLong analyticsMs() {
        return analyticsMs < 0 ? OptionalLong.empty() : OptionalLong.of(analyticsMs);
    }

    private long elapsedMs() {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
