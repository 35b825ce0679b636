package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.concurrent.CompletableFuture;

/** Publishes messages to the MQTT broker. */
@FunctionalInterface
public interface MessageSender {

    /**
     * Publishes a message. The future completes when the broker has acknowledged the message and
     * the message has a subscriber.
     */
    CompletableFuture<Void> publish(OutgoingMessage message) throws InterruptedException;
}
