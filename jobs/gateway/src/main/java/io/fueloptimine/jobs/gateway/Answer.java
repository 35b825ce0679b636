package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.fueloptimine.models.mine.MineJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request is answered with, as JSON.
 *
 * @param status HTTP's
 * @param body becomes JSON
 * @param reason why the request was not done; empty if it was
 */
record Answer(int status, Object body, Optional<Reason> reason) {

    private static final int RETRY_AFTER_S = 5;

    /** What is read and thrown away so that the sender gets to see its answer. */
    private static final int MOST_DRAINED_BYTES = 8 * 1_048_576;

    /** Why a request was not done, for machines and people. */
    record Problem(int status, String reason, List<Refusal.Fault> faults) {}

    static Answer of(int status, Map<String, ?> body) {
        return new Answer(status, body, Optional.empty());
    }

    static Answer of(Refusal refusal) {
        Reason reason = refusal.reason();
        return new Answer(
                reason.status(),
                new Problem(reason.status(), reason.metric(), refusal.faults()),
                Optional.of(reason));
    }

    /** Sends it and ends the exchange. */
    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            drain(exchange.getRequestBody());
            byte[] json = MineJson.toBytes(body);
            Headers headers = exchange.getResponseHeaders();
            headers.set(
                    "Content-Type",
                    reason.isPresent() ? "application/problem+json" : "application/json");
            headers.set("Cache-Control", "no-store");
            if (reason.filter(Reason::isPassing).isPresent()) {
                headers.set("Retry-After", Integer.toString(RETRY_AFTER_S));
            }
            if (status == Reason.UNAUTHORIZED.status()) {
                headers.set("WWW-Authenticate", "Bearer");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : json.length);
            if (!head) {
                exchange.getResponseBody().write(json);
            }
        }
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8_192];
        int drained = 0;
        int read = 0;
        while (read >= 0 && drained < MOST_DRAINED_BYTES) {
            read = body.read(buffer);
            drained += Math.max(0, read);
        }
    }
}
