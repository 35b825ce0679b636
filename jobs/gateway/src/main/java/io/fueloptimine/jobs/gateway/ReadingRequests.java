package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.message.j1939.J1939Messages;
import io.fueloptimine.models.message.j1939.J1939Table;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Serves requests that deliver readings: {@code POST /v1/{site}/{kind}/{id}/{stream}}. Thread-safe.
 */
final class ReadingRequests {

    private static final int ACCEPTED = 202;

    private final GatewaySettings settings;
    private final BearerTokens tokens;
    private final RequestBody bodies;
    private final J1939Messages raw;
    private final Delivery delivery;
    private final GatewayCounts counts;
    private final Semaphore permits;
    private final ClientShares requests;

    ReadingRequests(GatewaySettings settings, GatewayPublisher publisher, GatewayCounts counts) {
        this.settings = settings;
        this.tokens = new BearerTokens(settings.tokenFile(), settings.sites());
        this.tokens.load();
        this.bodies = new RequestBody(settings.maxBodyBytes());
        this.raw =
                new J1939Messages(
                        settings.j1939Table()
                                .map(J1939Table::read)
                                .orElseGet(J1939Table::standard));
        this.delivery = new Delivery(publisher, settings.acknowledgementLimit());
        this.counts = counts;
        this.permits = new Semaphore(settings.maxRequests());
        this.requests = new ClientShares(settings.maxRequests(), 1);
    }

    /**
     * Checks token, path, method and headers of a request before its body is read.
     *
     * @throws RejectedRequestException when the request is not allowed or invalid
     */
    void check(HttpRequest head) throws RejectedRequestException {
        // Two headers are no valid one: the first of them would be used silently.
        List<String> authorizations = head.headers().getAll(HttpHeaderNames.AUTHORIZATION);
        TokenScope scope =
                tokens.check(authorizations.isEmpty() ? null : String.join(", ", authorizations));
        scope.check(addressOf(head));
        if (!head.method().name().equals("POST")) {
            throw RejectedRequestException.of(
                    RejectionReason.METHOD_NOT_ALLOWED, "method", head.method().name(), "POST");
        }
        bodies.check(head.headers());
    }

    /**
     * Publishes the messages of a request whose head was checked. The method blocks until the
     * broker has acknowledged the messages or the request is rejected.
     */
    HttpAnswer answer(HttpRequest head, byte[] body) {
        String client = clientOf(head);
        if (!requests.take(client, 1)) {
            return HttpAnswer.of(busy());
        }
        try {
            return answerWithPermit(head, body);
        } finally {
            requests.give(client, 1);
        }
    }

    private HttpAnswer answerWithPermit(HttpRequest head, byte[] body) {
        if (!permits.tryAcquire()) {
            return HttpAnswer.of(busy());
        }
        try {
            MachineAddress address = addressOf(head);
            List<byte[]> sent = bodies.messagesOf(head.headers(), body);
            List<byte[]> messages = address.raw() ? decoded(sent) : sent;
            delivery.deliver(address.topic(), messages);
            counts.accepted(messages.size());
            return HttpAnswer.of(ACCEPTED, Map.of("accepted", messages.size()));
        } catch (RejectedRequestException rejection) {
            return HttpAnswer.of(rejection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HttpAnswer.of(stopping());
        } finally {
            permits.release();
        }
    }

    /**
     * Waits until no request is in progress, and rejects all later requests. Returns false if the
     * time limit is reached.
     */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        return permits.tryAcquire(settings.maxRequests(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The number of tokens that are bound to no machines; 0 without a token file. */
    long openTokens() {
        return tokens.openTokens();
    }

    /** The token of a request whose head was checked, which stands for its sender. */
    String clientOf(HttpRequest head) {
        String authorization = head.headers().get(HttpHeaderNames.AUTHORIZATION);
        return settings.tokenFile().isEmpty() || authorization == null
                ? ClientShares.ANYBODY
                : authorization.substring(authorization.indexOf(' ') + 1).strip();
    }

    private List<byte[]> decoded(List<byte[]> sent) {
        List<J1939Messages.Decoded> messages = sent.stream().map(raw::decode).toList();
        counts.undecoded(messages.stream().filter(message -> !message.decoded()).count());
        return messages.stream().map(J1939Messages.Decoded::payload).toList();
    }

    private MachineAddress addressOf(HttpRequest head) throws RejectedRequestException {
        return MachineAddress.parse(Routes.pathOf(head.uri()), settings.sites());
    }

    RejectedRequestException tooLarge() {
        return bodies.tooLarge("more");
    }

    RejectedRequestException busy() {
        return RejectedRequestException.of(
                RejectionReason.BUSY,
                "requests",
                "more than "
                        + settings.maxRequests()
                        + " at once, or more than half of them by one token",
                "the same request again later");
    }

    private static RejectedRequestException stopping() {
        return RejectedRequestException.of(
                RejectionReason.NOT_READY, "gateway", "stopping", "the same request again later");
    }
}
