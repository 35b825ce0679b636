package io.fueloptimine.jobs.gateway.aemp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.message.aemp.AempParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpPagesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;

    private final List<Duration> pauses = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void triesAgainWithLongerPausesAfterATemporaryAnswer(int status) throws Exception {
        PageServer.Answers answers =
                (exchange, body, number) ->
                        PageServer.send(exchange, number < 3 ? status : 200, "page");
        try (PageServer server = PageServer.start(answers)) {
            assertThat(pages(Optional.empty()).page(server.address("/Fleet/1")))
                    .asString()
                    .isEqualTo("page");
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void givesUpAfterFourAttempts() throws Exception {
        try (PageServer server =
                PageServer.start((exchange, body, number) -> PageServer.send(exchange, 503, ""))) {
            assertThatThrownBy(
                            () ->
                                    pages(Optional.empty())
                                            .page(server.address("/Fleet/1?key=secret")))
                    .isInstanceOf(PageUnavailableException.class)
                    .hasMessageContaining("/Fleet/1 answered 503")
                    .hasMessageNotContaining("secret");
            assertThat(server.requests()).hasSize(HttpPages.ATTEMPTS);
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        PageServer.Answers answers =
                (exchange, body, number) ->
                        PageServer.send(
                                exchange,
                                number == 1 ? 429 : 200,
                                "page",
                                Map.of("Retry-After", "7"));
        try (PageServer server = PageServer.start(answers)) {
            pages(Optional.empty()).page(server.address("/Fleet/1"));
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void leavesALongWaitToTheNextPoll() throws Exception {
        PageServer.Answers answers =
                (exchange, body, number) ->
                        PageServer.send(exchange, 429, "", Map.of("Retry-After", "900"));
        try (PageServer server = PageServer.start(answers)) {
            assertThatThrownBy(() -> pages(Optional.empty()).page(server.address("/Fleet/1")))
                    .hasMessageContaining("in 900 s");
            assertThat(server.requests()).hasSize(1);
        }
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404})
    void doesNotRepeatWhatCannotSucceedAndFollowsNoRedirection(int status) throws Exception {
        Path token = credentials("token = a-token-of-the-server");
        PageServer.Answers answers =
                (exchange, body, number) ->
                        PageServer.send(
                                exchange, status, "", Map.of("Location", "http://127.0.0.1:1/"));
        try (PageServer server = PageServer.start(answers)) {
            assertThatThrownBy(() -> pages(Optional.of(token)).page(server.address("/Fleet/1")))
                    .hasMessageContaining("answered " + status)
                    .hasMessageNotContaining("a-token");
            assertThat(server.requests())
                    .containsExactly("GET /Fleet/1 Bearer a-token-of-the-server");
        }
    }

    @Test
    void refusesABodyBeyondTheLimitWithoutAnotherAttempt() throws Exception {
        byte[] block = new byte[1 << 20];
        PageServer.Answers answers =
                (exchange, body, number) -> {
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        for (int i = 0; i <= AempParser.MAX_BYTES / block.length + 50; i++) {
                            exchange.getResponseBody().write(block);
                        }
                    } catch (IOException e) {
                        // The client has closed the connection.
                    }
                    exchange.close();
                };
        try (PageServer server = PageServer.start(answers)) {
            assertThatThrownBy(() -> pages(Optional.empty()).page(server.address("/Fleet/1")))
                    .hasMessageContaining("has more than " + AempParser.MAX_BYTES + " bytes");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void limitsTheTimeOfABodyThatDoesNotEnd() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        PageServer.Answers answers =
                (exchange, body, number) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('<');
                    exchange.getResponseBody().flush();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                };
        try (PageServer server = PageServer.start(answers)) {
            HttpPages pages =
                    new HttpPages(
                            HttpClient.newHttpClient(),
                            Optional.empty(),
                            Duration.ofMillis(300),
                            pauses::add);

            assertThatThrownBy(() -> pages.page(server.address("/Fleet/1")))
                    .hasMessageContaining("did not answer within");
            assertThat(pauses).hasSize(HttpPages.ATTEMPTS - 1);
        } finally {
            over.countDown();
        }
    }

    @Test
    void asksForAnAccessTokenOnceAndAgainWhenItHasExpired() throws Exception {
        try (PageServer server = PageServer.start((exchange, body, number) -> {})) {
            Path oauth =
                    credentials(
                            "tokenUrl = " + server.address("/token"),
                            "clientId = mine",
                            "clientSecret = s3&cret",
                            "scope = aemp");
            List<String> forms = new ArrayList<>();
            server.answerWith(
                    (exchange, body, number) -> {
                        boolean isToken = exchange.getRequestURI().getPath().equals("/token");
                        if (isToken) {
                            forms.add(body);
                            PageServer.send(
                                    exchange, 200, "{\"access_token\":\"t" + forms.size() + "\"}");
                            return;
                        }
                        String given = exchange.getRequestHeaders().getFirst("Authorization");
                        boolean expired = number == 4;
                        PageServer.send(exchange, expired ? 401 : 200, expired ? "" : given);
                    });
            HttpPages pages = pages(Optional.of(oauth));

            assertThat(pages.page(server.address("/Fleet/1"))).asString().isEqualTo("Bearer t1");
            assertThat(pages.page(server.address("/Fleet/2"))).asString().isEqualTo("Bearer t1");
            assertThat(pages.page(server.address("/Fleet/1"))).asString().isEqualTo("Bearer t2");
            assertThat(forms)
                    .hasSize(2)
                    .allMatch(
                            form ->
                                    form.equals(
                                            "grant_type=client_credentials&client_id=mine"
                                                    + "&client_secret=s3%26cret&scope=aemp"));
        }
    }

    @Test
    void sendsUserAndPasswordOrAnyOneHeader() throws Exception {
        PageServer.Answers echo =
                (exchange, body, number) ->
                        PageServer.send(
                                exchange,
                                200,
                                exchange.getRequestHeaders().getFirst("Authorization")
                                        + exchange.getRequestHeaders().getFirst("X-Api-Key"));
        try (PageServer server = PageServer.start(echo)) {
            Path basic = credentials("user = mine", "password = a = b");
            assertThat(pages(Optional.of(basic)).page(server.address("/Fleet/1")))
                    .asString()
                    .isEqualTo("Basic bWluZTphID0gYg==null");
            Path key = credentials("header = X-Api-Key", "value = 4711");
            assertThat(pages(Optional.of(key)).page(server.address("/Fleet/1")))
                    .asString()
                    .isEqualTo("null4711");
        }
    }

    static Stream<List<String>> unusable() {
        return Stream.of(
                List.of(""),
                List.of("only-a-s3cret"),
                List.of("user = mine-s3cret"),
                List.of("token = s3cret", "password = s3cret"),
                List.of("token = s3cret", "token = s3cret"),
                List.of("pass = s3cret"),
                List.of("token = s3cret\u00e9"),
                List.of(
                        "tokenUrl = http://elsewhere.example/s3cret",
                        "clientId = s3cret",
                        "clientSecret = s3cret"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void faultsOfTheFileOfCredentialsShowNothingOfIt(List<String> lines) throws Exception {
        Path file = credentials(lines.toArray(String[]::new));

        assertThatThrownBy(() -> ServerCredentials.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("expected")
                .hasMessageNotContaining("s3cret");
    }

    private Path credentials(String... lines) throws IOException {
        return Files.write(folder.resolve("credentials"), List.of(lines));
    }

    private HttpPages pages(Optional<Path> credentials) {
        HttpClient client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        return new HttpPages(client, credentials, LIMIT, pauses::add);
    }
}
