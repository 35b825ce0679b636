package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A publisher without broker; the test decides what is acknowledged. */
final class ScriptedPublisher implements GatewayPublisher {

    private final List<OutgoingMessage> messages = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> acknowledgements = new CopyOnWriteArrayList<>();
    volatile boolean connected = true;
    volatile boolean acknowledging = true;
    volatile boolean accepting = true;

    @Override
    public Optional<CompletableFuture<Void>> offer(OutgoingMessage message, Duration limit) {
        if (!accepting) {
            return Optional.empty();
        }
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        acknowledgements.add(acknowledgement);
        messages.add(message);
        if (acknowledging) {
            acknowledgement.complete(null);
        }
        return Optional.of(acknowledgement);
    }

    @Override
    public PublisherCounts figures() {
        return new PublisherCounts(
                connected,
                messages.size(),
                0,
                0,
                0,
                0,
                0,
                0,
                connected ? Optional.empty() : Optional.of("connection refused"));
    }

    List<String> topics() {
        return messages.stream().map(OutgoingMessage::topic).toList();
    }

    List<String> payloads() {
        return messages.stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    List<CompletableFuture<Void>> acknowledgements() {
        return acknowledgements;
    }

    void acknowledgeAll() {
        acknowledgements.forEach(acknowledgement -> acknowledgement.complete(null));
    }
}
