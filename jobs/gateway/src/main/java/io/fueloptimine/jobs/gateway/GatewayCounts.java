package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts of requests and messages since the start. Thread-safe. */
final class GatewayCounts {

    private static final String PREFIX = "fuel_gateway_";

    private static final String COUNTER = "counter";

    private static final String GAUGE = "gauge";

    private final LongAdder requests = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder undecoded = new LongAdder();
    private final LongAdder aborted = new LongAdder();
    private final LongAdder refusedConnections = new LongAdder();
    private final Map<RejectionReason, LongAdder> rejected = new EnumMap<>(RejectionReason.class);

    GatewayCounts() {
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(reason, new LongAdder());
        }
    }

    /**
     * Counts a new connection that was closed because the maximum number of connections is open and
     * a request is being served on each of them.
     */
    void refusedConnection() {
        refusedConnections.increment();
    }

    void request() {
        requests.increment();
    }

    void accepted(int messageCount) {
        accepted.increment();
        messages.add(messageCount);
    }

    /** Counts messages with raw values that could not be decoded. */
    void undecoded(long messageCount) {
        undecoded.add(messageCount);
    }

    void rejected(RejectionReason reason) {
        rejected.get(reason).increment();
    }

    /** Counts a request whose connection ended early: closed by the client, or after a timeout. */
    void aborted() {
        aborted.increment();
    }

    /** Formats all counts and the state of the broker connection for Prometheus. */
    String toText(PublisherCounts broker, long openTokens) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        rejected.forEach((reason, count) -> reasons.put(reason.metric(), count.sum()));
        return new MetricsText()
                .add(PREFIX + "requests_total", COUNTER, "Requests received.", requests.sum())
                .add(
                        PREFIX + "accepted_requests_total",
                        COUNTER,
                        "Requests whose messages the broker has acknowledged.",
                        accepted.sum())
                .add(
                        PREFIX + "accepted_messages_total",
                        COUNTER,
                        "Messages in accepted requests.",
                        messages.sum())
                .add(
                        PREFIX + "undecoded_j1939_messages_total",
                        COUNTER,
                        "Messages whose raw values could not be decoded.",
                        undecoded.sum())
                .add(
                        PREFIX + "aborted_requests_total",
                        COUNTER,
                        "Requests whose connection ended before the answer.",
                        aborted.sum())
                .add(
                        PREFIX + "rejected_requests_total",
                        COUNTER,
                        "Requests rejected, by reason.",
                        "reason",
                        reasons)
                .add(
                        PREFIX + "refused_connections_total",
                        COUNTER,
                        "Connections closed because the limit was reached.",
                        refusedConnections.sum())
                .add(
                        PREFIX + "broker_connected",
                        GAUGE,
                        "1 while the MQTT broker is connected, else 0.",
                        broker.connected() ? 1 : 0)
                .add(
                        PREFIX + "broker_reconnects_total",
                        COUNTER,
                        "Connections to the MQTT broker after the first.",
                        broker.reconnects())
                .add(
                        PREFIX + "unacknowledged_messages",
                        GAUGE,
                        "Messages that the broker has not acknowledged yet.",
                        broker.unacknowledged())
                .add(
                        PREFIX + "open_tokens",
                        GAUGE,
                        "Tokens that are bound to no machines.",
                        openTokens)
                .toString();
    }
}
