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

/** What a gateway does when the broker is away or slow, and with many or slow senders at once. */
@Timeout(60)
class GatewayLoadTest {

    private static final int MAX_REQUESTS = 4;
    private static final int MANY = 64;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ScriptedOutlet broker = new ScriptedOutlet();
    private Gateway gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void claimsNothingWhileTheBrokerIsAway() throws Exception {
        Sender sender = open(TestSettings.standard());
        broker.connected = false;

        HttpResponse<String> answer = sender.post("{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("connection refused").doesNotContain("accepted");
        assertThat(sender.get("/health").statusCode()).isEqualTo(503);
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void claimsNothingAndWithdrawsWhenTheBrokerIsTooSlow() throws Exception {
        Sender sender = open(TestSettings.standard());
        broker.answering = false;

        HttpResponse<String> answer = sender.postLines("{\"a\":1}\n{\"a\":2}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("brokerSlow");
        assertThat(broker.promises()).hasSize(2).allMatch(CompletableFuture::isCancelled);
        broker.roomy = false;
        assertThat(sender.post("{}").statusCode()).isEqualTo(503);
    }

    @Test
    void tellsMoreThanItCanServeToComeAgain() throws Exception {
        Sender sender = open(TestSettings.patient(MAX_REQUESTS));
        List<CompletableFuture<HttpResponse<String>>> served = hold(sender, MAX_REQUESTS);

        HttpResponse<String> answer = sender.post("{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("busy");
        broker.answerAll();
        assertThat(served).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(202));
    }

    @Test
    void servesManyAtOnceAndCountsThem() throws Exception {
        Sender sender = open(TestSettings.patient(MANY));
        List<CompletableFuture<HttpResponse<String>>> served = hold(sender, MANY);

        broker.answerAll();

        assertThat(served).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(202));
        assertThat(broker.payloads()).hasSize(2 * MANY);
        assertThat(sender.get("/metrics").body())
                .contains("\"acceptedRequests\":64", "\"acceptedMessages\":128", "\"busy\":0");
        assertThat(sender.get("/health").body()).isEqualTo("{\"broker\":\"connected\"}");
    }

    /** The build lets a request take two seconds. */
    @Test
    void cutsOffWhoeverSendsTooSlowlyAndServesTheOthersMeanwhile() throws Exception {
        Sender sender = open(TestSettings.standard());
        try (Socket headersOnly = connect();
                Socket halfABody = connect()) {
            headersOnly.getOutputStream().write(Sender.bytes("POST /v1/pit"));
            halfABody.getOutputStream().write(Sender.bytes(headers() + "{"));

            assertThat(sender.post("{}").statusCode()).isEqualTo(202);
            assertThat(isCutOff(headersOnly)).isTrue();
            assertThat(isCutOff(halfABody)).isTrue();
        }
        assertThat(broker.payloads()).containsExactly("{}");
    }

    @Test
    void publishesNothingOfABodyThatEndsEarly() throws Exception {
        open(TestSettings.standard());
        try (Socket cut = connect()) {
            cut.getOutputStream().write(Sender.bytes(headers() + "{\"a\":1}\n{\"b\""));
            cut.shutdownOutput();
            assertThat(isCutOff(cut)).isTrue();
        }
        assertThat(broker.payloads()).isEmpty();
    }

    /** Sends as many batches of two, and returns when the broker has all of them to answer. */
    private List<CompletableFuture<HttpResponse<String>>> hold(Sender sender, int requests) {
        broker.answering = false;
        List<CompletableFuture<HttpResponse<String>>> served =
                IntStream.range(0, requests)
                        .mapToObj(i -> Sender.bytes("{\"n\":" + i + "}\n{}"))
                        .map(
                                lines ->
                                        sender.sendAsync(
                                                sender.readings("application/x-ndjson", lines)))
                        .toList();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (broker.promises().size() < 2 * requests) {
            assertThat(System.nanoTime()).as("time for all to arrive").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
        return served;
    }

    /** Those of a batch that says it is 100 bytes long. */
    private static String headers() {
        return "POST "
                + Sender.PATH
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: 100\r\n\r\n";
    }

    private static boolean isCutOff(Socket socket) throws IOException {
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

    private Sender open(GatewaySettings settings) throws IOException {
        gateway = Gateway.start(settings, broker);
        return new Sender(gateway.port());
    }
}
