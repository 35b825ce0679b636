package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Accepts readings: {@code POST /v1/{site}/{kind}/{id}/{stream}}. Thread-safe. */
final class ReadingsHandler implements HttpHandler {

    private static final int ACCEPTED = 202;

    private final GatewaySettings settings;
    private final BearerTokens tokens;
    private final RequestBody bodies;
    private final Delivery delivery;
    private final GatewayCounts counts;
    private final Semaphore permits;

    ReadingsHandler(GatewaySettings settings, GatewayPublisher publisher, GatewayCounts counts) {
        this.settings = settings;
        this.tokens = new BearerTokens(settings.tokenFile());
        this.bodies = new RequestBody(settings.maxBodyBytes());
        this.delivery = new Delivery(publisher, settings.acknowledgementLimit());
        this.counts = counts;
        this.permits = new Semaphore(settings.maxRequests());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        counts.request();
        boolean permitted = permits.tryAcquire();
        try {
            HttpAnswer answer = permitted ? answer(exchange) : HttpAnswer.of(busy());
            answer.reason().ifPresent(counts::rejected);
            answer.send(exchange);
        } catch (IOException e) {
            counts.aborted();
            throw e;
        } finally {
            if (permitted) {
                permits.release();
            }
        }
    }

    /** Waits until no request is in progress, and accepts none afterwards; false on timeout. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        return permits.tryAcquire(settings.maxRequests(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private RejectedRequestException busy() {
        return RejectedRequestException.of(
                RejectionReason.BUSY,
                "requests",
                "more than " + settings.maxRequests() + " at once",
                "the same request again later");
    }

    private HttpAnswer answer(HttpExchange exchange) throws IOException {
        try {
            return accept(exchange);
        } catch (RejectedRequestException rejection) {
            return HttpAnswer.of(rejection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HttpAnswer.of(
                    RejectedRequestException.of(
                            RejectionReason.NOT_READY,
                            "gateway",
                            "stopping",
                            "the same request again later"));
        }
    }

    private HttpAnswer accept(HttpExchange exchange)
            throws RejectedRequestException, IOException, InterruptedException {
        tokens.check(exchange.getRequestHeaders().getFirst("Authorization"));
        MachineAddress address =
                MachineAddress.parse(exchange.getRequestURI().getRawPath(), settings.sites());
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            throw RejectedRequestException.of(
                    RejectionReason.METHOD_NOT_ALLOWED,
                    "method",
                    exchange.getRequestMethod(),
                    "POST");
        }
        List<byte[]> messages = bodies.messagesOf(exchange);
        delivery.deliver(address.topic(), messages);
        counts.accepted(messages.size());
        return HttpAnswer.of(ACCEPTED, Map.of("accepted", messages.size()));
    }
}
