package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.models.mine.OutgoingMessage;
import java.util.concurrent.CompletableFuture;

/** Where letters are sent to. */
@FunctionalInterface
public interface Outbox {

    /** Sends a message; complete when the broker has it and somebody subscribes to its topic. */
    CompletableFuture<Void> publish(OutgoingMessage message) throws InterruptedException;
}
