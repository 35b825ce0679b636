package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.PublisherFigures;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests since the start. Thread-safe. */
final class GatewayCounts {

    private final LongAdder requests = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder aborted = new LongAdder();
    private final Map<Reason, LongAdder> refused = new EnumMap<>(Reason.class);

    GatewayCounts() {
        for (Reason reason : Reason.values()) {
            refused.put(reason, new LongAdder());
        }
    }

    void request() {
        requests.increment();
    }

    void accepted(int messageCount) {
        accepted.increment();
        messages.add(messageCount);
    }

    void refused(Reason reason) {
        refused.get(reason).increment();
    }

    /** The sender left, or was cut off for being slow. */
    void aborted() {
        aborted.increment();
    }

    /** Everything, under the names that the metrics page shows. */
    Map<String, Object> toMap(PublisherFigures broker) {
        Map<String, Object> reasons = new LinkedHashMap<>();
        refused.forEach((reason, count) -> reasons.put(reason.metric(), count.sum()));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("requests", requests.sum());
        all.put("acceptedRequests", accepted.sum());
        all.put("acceptedMessages", messages.sum());
        all.put("abortedRequests", aborted.sum());
        all.put("refusedRequests", reasons);
        all.put("brokerConnected", broker.connected());
        all.put("brokerReconnects", broker.reconnects());
        all.put("unacknowledgedMessages", broker.unacknowledged());
        return all;
    }
}
