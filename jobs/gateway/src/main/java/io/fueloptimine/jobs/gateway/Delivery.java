package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.MessageRefusedException;
import io.fueloptimine.connectors.mqtt.publisher.NoSubscriberException;
import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
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
 * Publishes the messages of one request and waits until the broker has acknowledged all of them.
 *
 * <p>If one acknowledgement is missing, the whole request is rejected, and the client must send it
 * again. The broker then receives some messages twice; job ingest drops these repeats.
 */
public final class Delivery {

    private final GatewayPublisher publisher;
    private final Duration limit;

    /**
     * @param limit the maximum time to wait for the acknowledgements of one request
     */
    public Delivery(GatewayPublisher publisher, Duration limit) {
        this.publisher = publisher;
        this.limit = limit;
    }

    /**
     * Publishes the messages of a request, and returns when the broker has acknowledged all of
     * them.
     *
     * @throws RejectedRequestException when a message was not acknowledged within the limit
     */
    public void deliver(String topic, List<byte[]> lines)
            throws RejectedRequestException, InterruptedException {
        PublisherCounts broker = publisher.figures();
        if (!broker.connected()) {
            throw RejectedRequestException.of(
                    RejectionReason.BROKER_UNAVAILABLE,
                    "broker",
                    "not connected" + broker.lastFault().map(fault -> ": " + fault).orElse(""),
                    "the same request again later");
        }
        long deadlineNs = System.nanoTime() + limit.toNanos();
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>(lines.size());
        boolean done = false;
        try {
            for (byte[] line : lines) {
                OutgoingMessage message = new OutgoingMessage(topic, line, false, null);
                acknowledgements.add(
                        publisher.offer(message, left(deadlineNs)).orElseThrow(this::slow));
            }
            await(acknowledgements, left(deadlineNs));
            done = true;
        } finally {
            if (!done) {
                acknowledgements.forEach(acknowledgement -> acknowledgement.cancel(false));
            }
        }
    }

    private void await(List<CompletableFuture<Void>> acknowledgements, Duration left)
            throws RejectedRequestException, InterruptedException {
        try {
            CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                    .get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw slow();
        } catch (ExecutionException e) {
            throw rejectionOf(e.getCause());
        }
    }

    private static RejectedRequestException rejectionOf(Throwable failure) {
        String cause = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        if (failure instanceof MessageRefusedException) {
            return RejectedRequestException.of(
                    RejectionReason.BAD_REQUEST,
                    "message",
                    cause,
                    "a message that the broker accepts");
        }
        if (failure instanceof NoSubscriberException) {
            return RejectedRequestException.of(
                    RejectionReason.NO_SUBSCRIBER, "broker", cause, "a subscription of job ingest");
        }
        return RejectedRequestException.of(
                RejectionReason.BROKER_UNAVAILABLE,
                "broker",
                cause,
                "the same request again later");
    }

    private RejectedRequestException slow() {
        return RejectedRequestException.of(
                RejectionReason.BROKER_SLOW,
                "broker",
                "no acknowledgement of every message within " + limit.toSeconds() + " s",
                "the same request again later");
    }

    private static Duration left(long deadlineNs) {
        return Duration.ofNanos(Math.max(0, deadlineNs - System.nanoTime()));
    }
}
