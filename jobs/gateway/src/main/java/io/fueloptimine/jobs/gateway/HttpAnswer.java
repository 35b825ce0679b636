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
 * The answer to an HTTP request, with a JSON body.
 *
 * @param status the HTTP status code
 * @param body the object that is written as JSON
 * @param reason why the request was rejected; empty if it was accepted
 */
record HttpAnswer(int status, Object body, Optional<RejectionReason> reason) {

    private static final int RETRY_AFTER_S = 5;

    /** The most bytes of a request that are discarded so that the client can read the answer. */
    private static final int MAX_DRAINED_BYTES = 8 * 1_048_576;

    /** The body of a rejection. */
    record Problem(int status, String reason, List<RejectedRequestException.RequestFault> faults) {}

    static HttpAnswer of(int status, Map<String, ?> body) {
        return new HttpAnswer(status, body, Optional.empty());
    }

    static HttpAnswer of(RejectedRequestException rejection) {
        RejectionReason reason = rejection.reason();
        return new HttpAnswer(
                reason.status(),
                new Problem(reason.status(), reason.metric(), rejection.faults()),
                Optional.of(reason));
    }

    /** Sends the answer and closes the exchange. */
    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            drain(exchange.getRequestBody());
            byte[] json = MineJson.toBytes(body);
            Headers headers = exchange.getResponseHeaders();
            headers.set(
                    "Content-Type",
                    reason.isPresent() ? "application/problem+json" : "application/json");
            headers.set("Cache-Control", "no-store");
            if (reason.filter(RejectionReason::isTemporary).isPresent()) {
                headers.set("Retry-After", Integer.toString(RETRY_AFTER_S));
            }
            if (status == RejectionReason.UNAUTHORIZED.status()) {
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
        while (read >= 0 && drained < MAX_DRAINED_BYTES) {
            read = body.read(buffer);
            drained += Math.max(0, read);
        }
    }
}
