package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.PublisherFigures;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that answers as the test says. */
final class ScriptedOutlet implements MessageOutlet {

    private final List<OutgoingMessage> taken = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> promises = new CopyOnWriteArrayList<>();
    volatile boolean connected = true;
    volatile boolean answering = true;
    volatile boolean roomy = true;

    @Override
    public Optional<CompletableFuture<Void>> offer(OutgoingMessage message, Duration limit) {
        if (!roomy) {
            return Optional.empty();
        }
        CompletableFuture<Void> promise = new CompletableFuture<>();
        promises.add(promise);
        taken.add(message);
        if (answering) {
            promise.complete(null);
        }
        return Optional.of(promise);
    }

    @Override
    public PublisherFigures figures() {
        return new PublisherFigures(
                connected,
                taken.size(),
                0,
                0,
                0,
                0,
                0,
                connected ? Optional.empty() : Optional.of("connection refused"));
    }

    List<String> topics() {
        return taken.stream().map(OutgoingMessage::topic).toList();
    }

    List<String> payloads() {
        return taken.stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    List<CompletableFuture<Void>> promises() {
        return promises;
    }

    void answerAll() {
        promises.forEach(promise -> promise.complete(null));
    }
}
