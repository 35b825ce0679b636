package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.MessageRefusedException;
import io.fueloptimine.connectors.mqtt.publisher.NobodyListensException;
import io.fueloptimine.connectors.mqtt.publisher.PublisherFigures;
import io.fueloptimine.models.mine.OutgoingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings the lines of one request to the broker and waits for every acknowledgement.
 *
 * <p>All or nothing is claimed: where one is missing the sender hears that nothing was accepted and
 * sends all again; what did arrive is then a repeat, and dropped as one.
 */
final class Delivery {

    private final MessageOutlet outlet;
    private final Duration limit;

    Delivery(MessageOutlet outlet, Duration limit) {
        this.outlet = outlet;
        this.limit = limit;
    }

    /**
     * Returns when the broker has all lines.
     *
     * @throws Refusal when it has not, or not within the limit
     */
    void deliver(String topic, List<byte[]> lines) throws Refusal, InterruptedException {
        PublisherFigures broker = outlet.figures();
        if (!broker.connected()) {
            throw Refusal.of(
                    Reason.BROKER_AWAY,
                    "broker",
                    "not connected" + broker.lastFault().map(fault -> ": " + fault).orElse(""),
                    "the same request again later");
        }
        long deadlineNs = System.nanoTime() + limit.toNanos();
        List<CompletableFuture<Void>> promises = new ArrayList<>(lines.size());
        boolean done = false;
        try {
            for (byte[] line : lines) {
                OutgoingMessage message = new OutgoingMessage(topic, line, false, null);
                promises.add(outlet.offer(message, left(deadlineNs)).orElseThrow(this::slow));
            }
            await(promises, left(deadlineNs));
            done = true;
        } finally {
            if (!done) {
                promises.forEach(promise -> promise.cancel(false));
            }
        }
    }

    private void await(List<CompletableFuture<Void>> promises, Duration left)
            throws Refusal, InterruptedException {
        try {
            CompletableFuture.allOf(promises.toArray(CompletableFuture[]::new))
                    .get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw slow();
        } catch (ExecutionException e) {
            throw refusalOf(e.getCause());
        }
    }

    private static Refusal refusalOf(Throwable failure) {
        String told = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        if (failure instanceof MessageRefusedException) {
            return Refusal.of(Reason.BAD_REQUEST, "message", told, "one that the broker takes");
        }
        if (failure instanceof NobodyListensException) {
            return Refusal.of(Reason.NOBODY_LISTENS, "broker", told, "the ingest job's session");
        }
        return Refusal.of(Reason.BROKER_AWAY, "broker", told, "the same request again later");
    }

    private Refusal slow() {
        return Refusal.of(
                Reason.BROKER_SLOW,
                "broker",
                "no acknowledgement of every message within " + limit.toSeconds() + " s",
                "the same request again later");
    }

    private static Duration left(long deadlineNs) {
        return Duration.ofNanos(Math.max(0, deadlineNs - System.nanoTime()));
    }
}
