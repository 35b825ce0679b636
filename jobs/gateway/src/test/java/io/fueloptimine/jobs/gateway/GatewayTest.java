package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class GatewayTest {

    private static final int MAX_BODY_BYTES = 200_000;
    private static final int MAX_REQUESTS = 4;
    private static final String TOKEN = "correct-horse-battery";

    private final ScriptedOutlet broker = new ScriptedOutlet();
    private Gateway gateway;

    @TempDir Path folder;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void publishesAnObjectOnTheMachinesOwnTopic() throws Exception {
        HttpResponse<String> answer = open().post("{\"speedKph\": 12}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1}");
        assertThat(broker.topics()).containsExactly("pit/v1/haultruck/T1/telemetry");
        assertThat(broker.payloads()).containsExactly("{\"speedKph\": 12}");
    }

    @Test
    void publishesEachLineOfABatch() throws Exception {
        HttpResponse<String> answer = open().postLines("{\"a\":1}\r\n{\"a\":2}\nnot json\n");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":3}");
        assertThat(broker.payloads()).containsExactly("{\"a\":1}", "{\"a\":2}", "not json");
    }

    @Test
    void unpacksABatch() throws Exception {
        Sender sender = open();
        byte[] packed = Sender.gzip(Sender.bytes("{\"a\":1}\n{\"a\":2}"));

        HttpResponse<String> answer =
                sender.send(
                        sender.readings("application/x-ndjson; charset=utf-8", packed)
                                .header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(broker.payloads()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v1/pit/haultruck/T1             | application/json | 404 | path",
                "POST | /v1/other/haultruck/T1/telemetry | application/json | 404 | site",
                "POST | /v1/pit/bicycle/T1/telemetry     | application/json | 404 | kind",
                "POST | /v1/pit/dispatch/T1/assignment   | application/json | 404 | kind",
                "POST | /v1/pit/haultruck/T1/gossip      | application/json | 404 | stream",
                "POST | /v1/pit/haultruck/T%2B1/state    | application/json | 400 | id",
                "POST | /v1/pit/haultruck//state         | application/json | 400 | id",
                "GET  | /v1/pit/haultruck/T1/state       | application/json | 405 | method",
                "POST | /v1/pit/haultruck/T1/state       | text/plain       | 415 | Content-Type",
                "POST | /elsewhere                       | application/json | 404 | path",
                "POST | /health                          | application/json | 405 | method",
            })
    void refusesNamingTheField(String method, String path, String type, int status, String field)
            throws Exception {
        Sender sender = open();

        HttpResponse<String> answer =
                sender.send(
                        sender.to(path)
                                .header("Content-Type", type)
                                .method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", "value", "expected");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void refusesABatchWholeAndNamesEveryEmptyLine() throws Exception {
        HttpResponse<String> answer = open().postLines("{}\n\n{}\n  \n{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("line 2", "line 4");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void refusesAnEmptyBodyAndBrokenPacking() throws Exception {
        Sender sender = open();

        assertThat(sender.post(" ").statusCode()).isEqualTo(400);
        assertThat(sender.postLines("").statusCode()).isEqualTo(400);
        HttpResponse<String> broken =
                sender.send(
                        sender.readings("application/json", Sender.bytes("{}"))
                                .header("Content-Encoding", "gzip"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("gzip");
    }

    @Test
    void refusesWhatIsTooLargeDeclaredInChunksUnpackedOrInOneLine() throws Exception {
        Sender sender = open();
        byte[] large = new byte[MAX_BODY_BYTES + 1];
        String longLine = "{\"note\":\"" + "x".repeat(RequestBody.MAX_MESSAGE_BYTES) + "\"}";

        assertThat(sender.send(sender.readings("application/json", large)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> inChunks =
                sender.send(
                        sender.to(Sender.PATH)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large))));
        assertThat(inChunks.statusCode()).isEqualTo(413);
        HttpResponse<String> bomb =
                sender.send(
                        sender.readings("application/json", Sender.gzip(new byte[50_000_000]))
                                .header("Content-Encoding", "gzip"));
        assertThat(bomb.statusCode()).isEqualTo(413);
        HttpResponse<String> line = sender.postLines("{}\n" + longLine);
        assertThat(line.statusCode()).isEqualTo(413);
        assertThat(line.body()).contains("line 2");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void letsInOnlyWhoBearsATokenAndHearsOfANewOne() throws Exception {
        Path tokens = Files.writeString(folder.resolve("tokens"), TOKEN + "\n");
        Sender sender = open(settings(Optional.of(tokens)));

        assertThat(sender.post("{}").statusCode()).isEqualTo(401);
        assertThat(post(sender, "Bearer " + TOKEN + "x")).isEqualTo(401);
        assertThat(post(sender, "Basic " + TOKEN)).isEqualTo(401);
        assertThat(post(sender, "bearer " + TOKEN)).isEqualTo(202);

        Files.writeString(tokens, "another-token-of-some-length\n");
        Files.setLastModifiedTime(tokens, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(post(sender, "Bearer " + TOKEN)).isEqualTo(401);
        assertThat(post(sender, "Bearer another-token-of-some-length")).isEqualTo(202);

        Files.delete(tokens);
        assertThat(post(sender, "Bearer another-token-of-some-length")).isEqualTo(503);
    }

    @Test
    void claimsNothingWhileTheBrokerIsAway() throws Exception {
        Sender sender = open();
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
        Sender sender = open();
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
        Sender sender = open();
        broker.answering = false;
        List<CompletableFuture<HttpResponse<String>>> served =
                IntStream.range(0, MAX_REQUESTS)
                        .mapToObj(i -> sender.readings("application/json", Sender.bytes("{}")))
                        .map(sender::sendAsync)
                        .toList();
        while (broker.promises().size() < MAX_REQUESTS) {
            Thread.onSpinWait();
        }

        HttpResponse<String> answer = sender.post("{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("busy");
        broker.answerAll();
        assertThat(served).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(202));
    }

    @Test
    void servesManyAtOnceAndCountsThem() throws Exception {
        Sender sender = open(settings(Optional.empty(), 64));
        int requests = 400;

        List<Integer> statuses =
                IntStream.range(0, requests)
                        .parallel()
                        .mapToObj(i -> sender.postLines("{\"n\":" + i + "}\n{}").statusCode())
                        .toList();

        assertThat(statuses).containsOnly(202);
        assertThat(broker.payloads()).hasSize(2 * requests);
        assertThat(sender.get("/metrics").body())
                .contains("\"acceptedRequests\":400", "\"acceptedMessages\":800", "\"busy\":0");
        assertThat(sender.get("/health").body()).isEqualTo("{\"broker\":\"connected\"}");
    }

    /** The build lets a request take two seconds. */
    @Test
    void cutsOffWhoeverSendsTooSlowlyAndServesTheOthersMeanwhile() throws Exception {
        Sender sender = open();
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
        open();
        try (Socket cut = connect()) {
            cut.getOutputStream().write(Sender.bytes(headers() + "{\"a\":1}\n{\"b\""));
            cut.shutdownOutput();
            assertThat(isCutOff(cut)).isTrue();
        }
        assertThat(broker.payloads()).isEmpty();
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

    private static int post(Sender sender, String authorization) {
        return sender.send(
                        sender.readings("application/json", Sender.bytes("{}"))
                                .header("Authorization", authorization))
                .statusCode();
    }

    private Sender open() throws IOException {
        return open(settings(Optional.empty()));
    }

    private Sender open(GatewaySettings settings) throws IOException {
        gateway = Gateway.start(settings, broker);
        return new Sender(gateway.port());
    }

    private static GatewaySettings settings(Optional<Path> tokens) {
        return settings(tokens, MAX_REQUESTS);
    }

    private static GatewaySettings settings(Optional<Path> tokens, int maxRequests) {
        return new GatewaySettings(
                "127.0.0.1",
                0,
                List.of("pit"),
                tokens,
                Optional.empty(),
                Optional.empty(),
                MAX_BODY_BYTES,
                maxRequests,
                Duration.ofSeconds(2));
    }
}
