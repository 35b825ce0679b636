package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway with an unavailable or slow broker, and with many or slow clients. */
@Timeout(60)
class GatewayLoadTest {

    private static final int MAX_REQUESTS = 4;
    private static final int MANY = 64;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ScriptedPublisher broker = new ScriptedPublisher();
    private Gateway gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void rejectsWhileTheBrokerIsUnavailable() throws Exception {
        HttpSender sender = open(TestSettings.standard());
        broker.connected = false;

        HttpResponse<String> answer = sender.post("{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("connection refused").doesNotContain("accepted");
        assertThat(sender.get("/health").statusCode()).isEqualTo(503);
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void rejectsAndCancelsWhenTheBrokerIsTooSlow() throws Exception {
        HttpSender sender = open(TestSettings.standard());
        broker.acknowledging = false;

        HttpResponse<String> answer = sender.postLines("{\"a\":1}\n{\"a\":2}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("brokerSlow");
        assertThat(broker.acknowledgements()).hasSize(2).allMatch(CompletableFuture::isCancelled);
        broker.accepting = false;
        assertThat(sender.post("{}").statusCode()).isEqualTo(503);
    }

    @Test
    void rejectsMoreRequestsThanItCanProcess() throws Exception {
        HttpSender sender = open(TestSettings.patient(MAX_REQUESTS));
        List<CompletableFuture<HttpResponse<String>>> served = hold(sender, MAX_REQUESTS);

        HttpResponse<String> answer = sender.post("{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("busy");
        broker.acknowledgeAll();
        assertThat(served).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(202));
    }

    @Test
    void processesManyRequestsAtOnceAndCountsThem() throws Exception {
        HttpSender sender = open(TestSettings.patient(MANY));
        List<CompletableFuture<HttpResponse<String>>> served = hold(sender, MANY);

        broker.acknowledgeAll();

        assertThat(served).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(202));
        assertThat(broker.payloads()).hasSize(2 * MANY);
        assertThat(sender.get("/metrics").body())
                .contains(
                        "fuel_gateway_accepted_requests_total 64\n",
                        "fuel_gateway_accepted_messages_total 128\n",
                        "fuel_gateway_rejected_requests_total{reason=\"busy\"} 0\n");
        assertThat(sender.get("/health").body()).isEqualTo("{\"broker\":\"connected\"}");
    }

    @Test
    void closesSlowConnectionsAndServesOthersMeanwhile() throws Exception {
        gateway =
                Gateway.start(
                        TestSettings.standard(),
                        broker,
                        new ConnectionLimits(100, 100, Duration.ofSeconds(2)));
        HttpSender sender = new HttpSender(gateway.port());
        try (Socket headersOnly = connect();
                Socket halfABody = connect()) {
            headersOnly.getOutputStream().write(HttpSender.bytes("POST /v1/pit"));
            halfABody.getOutputStream().write(HttpSender.bytes(headers() + "{"));

            assertThat(sender.post("{}").statusCode()).isEqualTo(202);
            assertThat(isClosed(headersOnly)).isTrue();
            assertThat(isClosed(halfABody)).isTrue();
        }
        assertThat(broker.payloads()).containsExactly("{}");
    }

    @Test
    void publishesNothingOfAnIncompleteBody() throws Exception {
        open(TestSettings.standard());
        try (Socket cut = connect()) {
            cut.getOutputStream().write(HttpSender.bytes(headers() + "{\"a\":1}\n{\"b\""));
            cut.shutdownOutput();
            assertThat(isClosed(cut)).isTrue();
        }
        assertThat(broker.payloads()).isEmpty();
    }

    /** Sends batches of two messages; returns when all wait for their acknowledgement. */
    private List<CompletableFuture<HttpResponse<String>>> hold(HttpSender sender, int requests) {
        broker.acknowledging = false;
        List<CompletableFuture<HttpResponse<String>>> served =
                IntStream.range(0, requests)
                        .mapToObj(i -> HttpSender.bytes("{\"n\":" + i + "}\n{}"))
                        .map(
                                lines ->
                                        sender.sendAsync(
                                                sender.readings("application/x-ndjson", lines)))
                        .toList();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (broker.acknowledgements().size() < 2 * requests) {
            assertThat(System.nanoTime()).as("all messages arrive in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
        return served;
    }

    /** The headers of a batch with a Content-Length of 100. */
    private static String headers() {
        return "POST "
                + HttpSender.PATH
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: 100\r\n\r\n";
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(15_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", gateway.port());
    }

    private HttpSender open(GatewaySettings settings) throws IOException {
        gateway = Gateway.start(settings, broker);
        return new HttpSender(gateway.port());
    }
}
