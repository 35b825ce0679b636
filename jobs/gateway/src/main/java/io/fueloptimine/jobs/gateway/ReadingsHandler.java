package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes readings: {@code POST /v1/{site}/{kind}/{id}/{stream}}. Thread-safe. */
final class ReadingsHandler implements HttpHandler {

    private static final int ACCEPTED = 202;

    private final GatewaySettings settings;
    private final BearerTokens tokens;
    private final RequestBody bodies;
    private final Delivery delivery;
    private final GatewayCounts counts;
    private final Semaphore places;

    ReadingsHandler(GatewaySettings settings, MessageOutlet outlet, GatewayCounts counts) {
        this.settings = settings;
        this.tokens = new BearerTokens(settings.tokenFile());
        this.bodies = new RequestBody(settings.maxBodyBytes());
        this.delivery = new Delivery(outlet, settings.acknowledgementLimit());
        this.counts = counts;
        this.places = new Semaphore(settings.maxRequests());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        counts.request();
        boolean placed = places.tryAcquire();
        try {
            Answer answer = placed ? answer(exchange) : Answer.of(busy());
            answer.reason().ifPresent(counts::refused);
            answer.send(exchange);
        } catch (IOException e) {
            counts.aborted();
            throw e;
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    /** Takes every place, so that nobody is at work any more; false if the time ran out. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        return places.tryAcquire(settings.maxRequests(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Refusal busy() {
        return Refusal.of(
                Reason.BUSY,
                "requests",
                "more than " + settings.maxRequests() + " at once",
                "the same request again later");
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return accept(exchange);
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(Refusal.of(Reason.NOT_READY, "gateway", "stopping", "another try"));
        }
    }

    private Answer accept(HttpExchange exchange) throws Refusal, IOException, InterruptedException {
        tokens.check(exchange.getRequestHeaders().getFirst("Authorization"));
        MachineAddress address =
                MachineAddress.parse(exchange.getRequestURI().getRawPath(), settings.sites());
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            throw Refusal.of(
                    Reason.METHOD_NOT_ALLOWED, "method", exchange.getRequestMethod(), "POST");
        }
        List<byte[]> messages = bodies.messagesOf(exchange);
        delivery.deliver(address.topic(), messages);
        counts.accepted(messages.size());
        return Answer.of(ACCEPTED, Map.of("accepted", messages.size()));
    }
}
