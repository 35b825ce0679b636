package io.fueloptimine.connectors.mqtt.publisher;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts a publisher's messages by outcome. Thread-safe. */
final class PublisherCounters {

    private final LongAdder sent = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder reconnects = new LongAdder();
    private volatile String lastFault;

    void sent(boolean again) {
        sent.increment();
        if (again) {
            repeats.increment();
        }
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void expired() {
        expired.increment();
    }

    void failed() {
        failed.increment();
    }

    void lost(String reason) {
        reconnects.increment();
        lastFault = reason;
    }

    PublisherCounts counts(boolean connected, int unacknowledged) {
        return new PublisherCounts(
                connected,
                sent.sum(),
                repeats.sum(),
                acknowledged.sum(),
                expired.sum(),
                failed.sum(),
                unacknowledged,
                reconnects.sum(),
                Optional.ofNullable(lastFault));
    }
}
