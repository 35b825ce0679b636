package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes in against messages out and bytes held, for one request and for one client. */
@Timeout(60)
class BodyAmplificationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_NS = Duration.ofMillis(1).toNanos();

    private static final String FLOOD = "token-of-the-flooding-client";
    private static final String OTHER = "token-of-the-other-client";
    private static final int BODY_BYTES = 190_000;

    private final ScriptedPublisher broker = new ScriptedPublisher();
    private Gateway gateway;

    @TempDir Path folder;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 10_000", "{}, 9_999", "'\"\"', 7_000", "'{\"a\":1}', 3_000"})
    void aFewBytesOfGzipDoNotBecomeManyMessages(String line, String lines) throws Exception {
        String body = (line + "\n").repeat(Integer.parseInt(lines.replace("_", "")));

        HttpResponse<String> answer = postGzip(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("tooLarge", "bytes after decompression of")
                .contains("at most 200 times the bytes that were sent, and 4096");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void anEmptyMegabyteIsRefused() throws Exception {
        assertThat(postGzip(new byte[TestSettings.MAX_BODY_BYTES]).statusCode()).isEqualTo(413);
    }

    @Test
    void linesThatAreNoReadingsAreRefused() throws Exception {
        gateway = Gateway.start(TestSettings.standard(), broker);

        HttpResponse<String> answer = new HttpSender(gateway.port()).postLines("1\n".repeat(9_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("9000 lines in 18000 bytes")
                .contains("lines of at least 32 bytes on average");
        assertThat(broker.payloads()).isEmpty();
    }

    /** A truck that stands still: the lines differ in time and sequence only. */
    @Test
    void linesOfReadingsAreAcceptedHoweverAlikeTheyAre() throws Exception {
        String lines =
                IntStream.range(0, 1_000)
                        .mapToObj(
                                i ->
                                        "{\"time\":\"2026-01-05T08:%02d:%02dZ\",\"sequence\":%d,"
                                                        .formatted(i / 60, i % 60, i)
                                                + "\"fuelRateLph\":31.5,\"payloadT\":null,"
                                                        .repeat(3)
                                                + "\"speedKph\":0}\n")
                        .collect(Collectors.joining());

        assertThat(postGzip(lines.getBytes(StandardCharsets.UTF_8)).body())
                .isEqualTo("{\"accepted\":1000}");
    }

    @Test
    void oneClientCannotOccupyAllRequests() throws Exception {
        HttpSender sender = startWithTokens();
        broker.acknowledging = false;
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            held.add(sender.sendAsync(requestOf(sender, FLOOD)));
        }
        until("the broker holds two readings", () -> broker.acknowledgements().size() >= 2);
        broker.acknowledging = true;

        HttpResponse<String> third = sender.send(requestOf(sender, FLOOD));
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.body()).contains("busy", "half of them by one token");
        assertThat(sender.send(requestOf(sender, OTHER)).statusCode()).isEqualTo(202);
        broker.acknowledgeAll();
        assertThat(held).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(202));
    }

    @Test
    void oneClientCannotOccupyAllMemory() throws Exception {
        HttpSender sender = startWithTokens();
        List<Socket> unfinished = new ArrayList<>();
        try {
            // Of the 800,000 bytes of four requests, one client may have half.
            for (int i = 0; i < 3; i++) {
                unfinished.add(unfinishedBody());
            }
            Socket refused = firstAnswered(unfinished);
            byte[] answer = refused.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
            assertThat(sender.send(requestOf(sender, OTHER)).statusCode()).isEqualTo(202);

            unfinished.remove(refused);
            refused.close();
            unfinished.get(0).close();
            until(
                    "the client's memory is free again",
                    () -> sender.send(requestOf(sender, FLOOD)).statusCode() == 202);
        } finally {
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
    }

    private HttpSender startWithTokens() throws IOException {
        Path tokens = Files.writeString(folder.resolve("tokens"), FLOOD + "\n" + OTHER + "\n");
        gateway = Gateway.start(TestSettings.withTokens(tokens, 60), broker);
        return new HttpSender(gateway.port());
    }

    private static HttpRequest.Builder requestOf(HttpSender sender, String token) {
        return sender.readings("application/json", HttpSender.bytes("{}"))
                .header("Authorization", "Bearer " + token);
    }

    private Socket unfinishedBody() throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.port());
        socket.setSoTimeout(20_000);
        String head =
                RawRequests.HEAD
                        + "Authorization:  bearer   "
                        + FLOOD
                        + "\r\nContent-Length: "
                        + TestSettings.MAX_BODY_BYTES
                        + "\r\n\r\n";
        socket.getOutputStream().write(HttpSender.bytes(head));
        socket.getOutputStream().write(new byte[BODY_BYTES]);
        socket.getOutputStream().flush();
        return socket;
    }

    /** Waits for the first answer, because the gateway may receive the bodies in any order. */
    private static Socket firstAnswered(List<Socket> sockets) throws Exception {
        List<Socket> answered = new ArrayList<>();
        until(
                "one of the bodies is answered",
                () -> {
                    for (Socket socket : sockets) {
                        if (socket.getInputStream().available() > 0) {
                            answered.add(socket);
                        }
                    }
                    return !answered.isEmpty();
                });
        return answered.get(0);
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long endNs = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("waited " + LIMIT + " until " + what)
                    .isLessThan(endNs);
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private HttpResponse<String> postGzip(byte[] body) throws IOException {
        gateway = Gateway.start(TestSettings.standard(), broker);
        HttpSender sender = new HttpSender(gateway.port());
        return sender.send(
                sender.readings("application/x-ndjson", HttpSender.gzip(body))
                        .header("Content-Encoding", "gzip"));
    }
}
