package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts of requests and messages since the start. Thread-safe. */
final class GatewayCounts {

    private final LongAdder requests = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder aborted = new LongAdder();
    private final Map<RejectionReason, LongAdder> rejected = new EnumMap<>(RejectionReason.class);

    GatewayCounts() {
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(reason, new LongAdder());
        }
    }

    void request() {
        requests.increment();
    }

    void accepted(int messageCount) {
        accepted.increment();
        messages.add(messageCount);
    }

    void rejected(RejectionReason reason) {
        rejected.get(reason).increment();
    }

    /** Counts a request whose connection ended early: by the client, or by a timeout. */
    void aborted() {
        aborted.increment();
    }

    /** Returns all counts under their names on the metrics page. */
    Map<String, Object> toMap(PublisherCounts broker) {
        Map<String, Object> reasons = new LinkedHashMap<>();
        rejected.forEach((reason, count) -> reasons.put(reason.metric(), count.sum()));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("requests", requests.sum());
        all.put("acceptedRequests", accepted.sum());
        all.put("acceptedMessages", messages.sum());
        all.put("abortedRequests", aborted.sum());
        all.put("rejectedRequests", reasons);
        all.put("brokerConnected", broker.connected());
        all.put("brokerReconnects", broker.reconnects());
        all.put("unacknowledgedMessages", broker.unacknowledged());
        return all;
    }
}
