package io.fueloptimine.jobs.gateway;

import io.fueloptimine.connectors.mqtt.publisher.PublisherCounts;
import io.netty.handler.codec.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers the requests of all paths: {@code /v1/...} accepts readings, {@code GET /health} and
 * {@code GET /metrics} show the state of the gateway. The paths {@code /health} and {@code
 * /metrics} need no token, because their answers contain no data of machines. Thread-safe.
 */
final class Routes {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String READINGS = "/v1/";

    private final HostCheck host;
    private final ReadingRequests readings;
    private final GatewayPublisher publisher;
    private final GatewayCounts counts;
    private final Supplier<String> furtherMetrics;

    Routes(
            HostCheck host,
            ReadingRequests readings,
            GatewayPublisher publisher,
            GatewayCounts counts,
            Supplier<String> furtherMetrics) {
        this.host = host;
        this.readings = readings;
        this.publisher = publisher;
        this.counts = counts;
        this.furtherMetrics = furtherMetrics;
    }

    /** The path of a request target, without host and query. */
    static String pathOf(String uri) {
        int query = uri.indexOf('?');
        String target = query < 0 ? uri : uri.substring(0, query);
        int scheme = target.indexOf("://");
        if (target.startsWith("/") || scheme < 0) {
            return target;
        }
        int path = target.indexOf('/', scheme + 3);
        return path < 0 ? "/" : target.substring(path);
    }

    static boolean isReadings(HttpRequest head) {
        return pathOf(head.uri()).startsWith(READINGS);
    }

    /**
     * Checks the head of a request, before its body is read.
     *
     * @throws RejectedRequestException when the request is not allowed or invalid
     */
    void check(HttpRequest head) throws RejectedRequestException {
        host.check(head.headers());
        if (isReadings(head)) {
            readings.check(head);
            return;
        }
        String path = pathOf(head.uri());
        if (!path.equals("/health") && !path.equals("/metrics")) {
            throw RejectedRequestException.of(
                    RejectionReason.NOT_FOUND,
                    "path",
                    path,
                    "/v1/{site}/{kind}/{id}/{stream}, /health or /metrics");
        }
        if (!head.method().name().equals("GET")) {
            throw RejectedRequestException.of(
                    RejectionReason.METHOD_NOT_ALLOWED, "method", head.method().name(), "GET");
        }
    }

    /**
     * Answers a request whose head was checked. The method may block until the broker has
     * acknowledged the messages.
     */
    HttpAnswer answer(HttpRequest head, byte[] body) {
        if (isReadings(head)) {
            return readings.answer(head, body);
        }
        PublisherCounts broker = publisher.figures();
        return pathOf(head.uri()).equals("/metrics")
                ? HttpAnswer.of(
                        OK,
                        MetricsText.CONTENT_TYPE,
                        counts.toText(broker, readings.openTokens()) + furtherMetrics.get())
                : health(broker);
    }

    /** The client that a request, whose head was checked, is counted for. */
    String clientOf(HttpRequest head) {
        return readings.clientOf(head);
    }

    /** The rejection of a request while the maximum number of requests is being served. */
    RejectedRequestException busy() {
        return readings.busy();
    }

    /** The rejection of a body that exceeds the limit. */
    RejectedRequestException tooLarge() {
        return readings.tooLarge();
    }

    private HttpAnswer health(PublisherCounts broker) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("broker", broker.connected() ? "connected" : "unavailable");
        if (!broker.connected()) {
            state.put("reason", broker.lastFault().orElse("not connected yet"));
        }
        if (readings.openTokens() > 0) {
            state.put("openTokens", readings.openTokens());
        }
        return HttpAnswer.of(broker.connected() ? OK : UNAVAILABLE, state);
    }
}
