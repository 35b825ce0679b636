package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes the messages of a gateway. Tests replace this interface by an implementation without a
 * broker. Thread-safe.
 */
public interface GatewayPublisher {

    /**
     * Publishes a message.
     *
     * @return a future that completes when the broker has acknowledged the message; empty when the
     *     publisher did not accept the message within the time limit
     */
    Optional<CompletableFuture<Void>> offer(OutgoingMessage message, Duration limit)
            throws InterruptedException;

    /** The state of the broker connection and the counts of messages. */
    PublisherCounts figures();

    /** Creates a gateway publisher that uses an MQTT connection. */
    static GatewayPublisher to(MqttPublisher publisher) {
        return new GatewayPublisher() {

            @Override
            public Optional<CompletableFuture<Void>> offer(OutgoingMessage message, Duration limit)
                    throws InterruptedException {
                return publisher.publishWithin(limit, message);
            }

            @Override
            public PublisherCounts figures() {
                return publisher.counts();
            }
        };
    }
}
