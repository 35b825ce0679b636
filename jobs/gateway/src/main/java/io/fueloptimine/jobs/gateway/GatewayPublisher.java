package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Publishes the messages of a gateway; tests replace the broker by their own. Thread-safe. */
public interface GatewayPublisher {

    /**
     * Publishes a message.
     *
     * @return a future that completes when the broker has acknowledged the message; empty when the
     *     publisher had no free place within the limit
     */
    Optional<CompletableFuture<Void>> offer(OutgoingMessage message, Duration limit)
            throws InterruptedException;

    /** The state of the connection and the counts of messages. */
    PublisherCounts figures();

    /** A publisher that uses an MQTT connection. */
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
