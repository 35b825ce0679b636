package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ClusterRestTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void aServerThatNeverAnswersCountsAsAnEmptyAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ClusterRest rest = rest(silent.getLocalPort(), SHORT);

            assertThat(rest.taskManagers()).isEmpty();
            assertThat(rest.lastSeen())
                    .startsWith("GET /taskmanagers: ")
                    .containsAnyOf("no answer within", "timed out");
        }
    }

    @Test
    void anAnswerThatDoesNotEndCountsAsAnEmptyAnswer() throws Exception {
        HttpServer server = server();
        server.createContext("/taskmanagers", exchange -> exchange.sendResponseHeaders(200, 99));
        try {
            ClusterRest rest = rest(server.getAddress().getPort(), SHORT);

            assertThat(rest.taskManagers()).isEmpty();
            assertThat(rest.lastSeen()).contains("no answer within 200 ms");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void namesTheTaskManagersAndTheirJobs() throws Exception {
        HttpServer server = server();
        server.createContext(
                "/taskmanagers",
                exchange ->
                        answer(
                                exchange,
                                """
                                {"taskmanagers": [{"id": "b:1-2"}, {"id": "a:1-1"}]}"""));
        server.createContext(
                "/taskmanagers/a:1-1",
                exchange ->
                        answer(
                                exchange,
                                """
                                {"allocatedSlots": [{"jobId": "x"}, {"jobId": "x"}]}"""));
        try {
            ClusterRest rest = rest(server.getAddress().getPort(), Duration.ofSeconds(30));

            assertThat(rest.taskManagers()).containsExactly("a:1-1", "b:1-2");
            assertThat(rest.jobsOn("a:1-1")).containsExactly("x");
            assertThat(rest.lastSeen()).startsWith("GET /taskmanagers/a:1-1: 200 {");
        } finally {
            server.stop(0);
        }
    }

    private static ClusterRest rest(int port, Duration limit) {
        return new ClusterRest(
                HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port), limit);
    }

    private static HttpServer server() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
