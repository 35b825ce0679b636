package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.PublisherFigures;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where messages go; tests put something else than a broker there. Thread-safe. */
public interface MessageOutlet {

    /**
     * Hands a message over.
     *
     * @return complete when the broker has it; empty when there was no room within the limit
     */
    Optional<CompletableFuture<Void>> offer(OutgoingMessage message, Duration limit)
            throws InterruptedException;

    /** How the outlet fares. */
    PublisherFigures figures();

    /** A broker. */
    static MessageOutlet to(MqttPublisher publisher) {
        return new MessageOutlet() {

            @Override
            public Optional<CompletableFuture<Void>> offer(OutgoingMessage message, Duration limit)
                    throws InterruptedException {
                return publisher.publishWithin(limit, message);
            }

            @Override
            public PublisherFigures figures() {
                return publisher.figures();
            }
        };
    }
}
