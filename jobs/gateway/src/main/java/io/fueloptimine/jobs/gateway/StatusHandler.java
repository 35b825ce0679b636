package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import java.io.IOException;
import java.util.Map;

/**
 * Serves {@code GET /health} and {@code GET /metrics}. Both need no token, because they contain no
 * data of machines.
 */
final class StatusHandler implements HttpHandler {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final GatewayPublisher publisher;
    private final GatewayCounts counts;

    StatusHandler(GatewayPublisher publisher, GatewayCounts counts) {
        this.publisher = publisher;
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange).send(exchange);
    }

    private HttpAnswer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        if (!path.equals("/health") && !path.equals("/metrics")) {
            return HttpAnswer.of(
                    RejectedRequestException.of(
                            RejectionReason.NOT_FOUND,
                            "path",
                            path,
                            "/v1/{site}/{kind}/{id}/{stream}, /health or /metrics"));
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            return HttpAnswer.of(
                    RejectedRequestException.of(
                            RejectionReason.METHOD_NOT_ALLOWED,
                            "method",
                            exchange.getRequestMethod(),
                            "GET"));
        }
        PublisherCounts broker = publisher.figures();
        return path.equals("/metrics") ? HttpAnswer.of(OK, counts.toMap(broker)) : health(broker);
    }

    private static HttpAnswer health(PublisherCounts broker) {
        return broker.connected()
                ? HttpAnswer.of(OK, Map.of("broker", "connected"))
                : HttpAnswer.of(
                        UNAVAILABLE,
                        Map.of(
                                "broker",
                                "unavailable",
                                "reason",
                                broker.lastFault().orElse("not connected yet")));
    }
}
