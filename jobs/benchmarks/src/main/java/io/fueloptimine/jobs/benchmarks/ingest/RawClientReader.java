package io.fueloptimine.jobs.benchmarks.ingest;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * An MQTT client without Flink, which counts each message and acknowledges it immediately. The rate
 * of this client is the reference of the benchmark. Thread-safe.
 */
final class RawClientReader implements QueueReader {

    private final LongAdder count = new LongAdder();
    private final List<Mqtt5AsyncClient> clients;

    RawClientReader(SharedSubscription subscription) {
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
