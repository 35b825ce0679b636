package io.fueloptimine.jobs.benchmarks.ingest;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * The MQTT client alone: it counts a message and acknowledges it at once. The measure of what the
 * broker gives. Thread-safe.
 */
final class RawReader implements Reader {

    private final LongAdder count = new LongAdder();
    private final List<Mqtt5AsyncClient> clients;

    RawReader(SharedSubscription subscription) {
        clients = subscription.connect(message -> count.increment());
    }

    @Override
    public long arrived() {
        return count.sum();
    }

    @Override
    public void close() {
        clients.forEach(client -> client.disconnect().join());
    }
}
