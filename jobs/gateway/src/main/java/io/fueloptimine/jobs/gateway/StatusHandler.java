package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fueloptimine.connectors.mqtt.publisher.PublisherFigures;
import java.io.IOException;
import java.util.Map;

/**
 * Tells whoever asks how the gateway fares: {@code GET /health}, {@code GET /metrics}. Without a
 * token, since it tells nothing of machines.
 */
final class StatusHandler implements HttpHandler {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final MessageOutlet outlet;
    private final GatewayCounts counts;

    StatusHandler(MessageOutlet outlet, GatewayCounts counts) {
        this.outlet = outlet;
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange).send(exchange);
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        if (!path.equals("/health") && !path.equals("/metrics")) {
            return Answer.of(
                    Refusal.of(
                            Reason.NOT_FOUND,
                            "path",
                            path,
                            "/v1/{site}/{kind}/{id}/{stream}, /health or /metrics"));
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            return Answer.of(
                    Refusal.of(
                            Reason.METHOD_NOT_ALLOWED,
                            "method",
                            exchange.getRequestMethod(),
                            "GET"));
        }
        PublisherFigures broker = outlet.figures();
        return path.equals("/metrics") ? Answer.of(OK, counts.toMap(broker)) : health(broker);
    }

    private static Answer health(PublisherFigures broker) {
        return broker.connected()
                ? Answer.of(OK, Map.of("broker", "connected"))
                : Answer.of(
                        UNAVAILABLE,
                        Map.of(
                                "broker",
                                "away",
                                "reason",
                                broker.lastFault().orElse("not connected yet")));
    }
}
