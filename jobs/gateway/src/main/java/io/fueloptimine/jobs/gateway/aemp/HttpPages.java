package io.fueloptimine.jobs.gateway.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.message.aemp.AempParser;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Fetches pages over HTTP, with several attempts. Redirections are not followed, because they would
 * take the credentials to another address. The file of credentials is read for each poll, so that
 * it may be replaced. Not thread-safe.
 */
final class HttpPages implements PageSource {

    static final int ATTEMPTS = 4;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MAX_TOKEN_BYTES = 65_536;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** Answers after which the same request may succeed. */
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429, 500, 502, 503, 504);

    private static final String ACCEPTED = "application/xml, application/json;q=0.9, */*;q=0.1";

    private final HttpClient client;
    private final Optional<Path> credentialsFile;
    private final Duration limit;
    private final Pause pause;
    private Optional<ServerCredentials.Header> accessToken = Optional.empty();

    /** Waits between two attempts; tests do not wait. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** An answer that is not the page. */
    private record Refusal(String found, boolean temporary, Optional<Duration> retryAfter) {}

    /**
     * @param limit the maximum time of one attempt, until the last byte of the page
     */
    HttpPages(HttpClient client, Optional<Path> credentialsFile, Duration limit, Pause pause) {
        this.client = client;
        this.credentialsFile = credentialsFile;
        this.limit = limit;
        this.pause = pause;
    }

    /** A client for the settings. */
    static HttpClient client(PullSettings settings) throws IOException {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_LIMIT)
                        .followRedirects(HttpClient.Redirect.NEVER);
        if (settings.certificatesFile().isPresent()) {
            builder.sslContext(TrustedCertificates.context(settings.certificatesFile().get()));
        }
        return builder.build();
    }

    @Override
    public byte[] page(URI address) throws PageUnavailableException, InterruptedException {
        Duration next = Duration.ofSeconds(1);
        for (int attempt = 1; ; attempt++) {
            Refusal refusal;
            try {
                HttpResponse<byte[]> answer = answer(address);
                if (answer.statusCode() == OK) {
                    return answer.body();
                }
                refusal = refusalOf(answer);
            } catch (LimitedBody.BodyTooLongException e) {
                throw new PageUnavailableException(address, e.getMessage());
            } catch (IOException e) {
                refusal = new Refusal(reason(e), true, Optional.empty());
            }
            Duration wait = refusal.retryAfter().orElse(next);
            if (!refusal.temporary() || attempt == ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0) {
                throw new PageUnavailableException(address, refusal.found());
            }
            pause.of(wait);
            next = next.multipliedBy(2);
        }
    }

    private HttpResponse<byte[]> answer(URI address)
            throws IOException, InterruptedException, PageUnavailableException {
        Optional<ServerCredentials> credentials = credentials(address);
        HttpResponse<byte[]> answer = send(request(address, header(credentials)));
        boolean expired =
                answer.statusCode() == UNAUTHORIZED
                        && accessToken.isPresent()
                        && credentials.flatMap(ServerCredentials::tokenRequest).isPresent();
        if (!expired) {
            return answer;
        }
        accessToken = Optional.empty();
        return send(request(address, header(credentials)));
    }

    private Optional<ServerCredentials> credentials(URI address) throws PageUnavailableException {
        if (credentialsFile.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ServerCredentials.read(credentialsFile.get()));
        } catch (IOException e) {
            throw new PageUnavailableException(
                    address, "was not asked: file of credentials " + e.getMessage());
        }
    }

    private Optional<ServerCredentials.Header> header(Optional<ServerCredentials> credentials)
            throws IOException, InterruptedException {
        Optional<ServerCredentials.TokenRequest> tokens =
                credentials.flatMap(ServerCredentials::tokenRequest);
        if (tokens.isEmpty()) {
            return credentials.flatMap(ServerCredentials::header);
        }
        if (accessToken.isEmpty()) {
            accessToken = Optional.of(ServerCredentials.bearer(token(tokens.get())));
        }
        return accessToken;
    }

    private String token(ServerCredentials.TokenRequest tokens)
            throws IOException, InterruptedException {
        String form =
                tokens.form().entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(tokens.address())
                        .timeout(limit)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        HttpResponse<byte[]> answer = send(request, MAX_TOKEN_BYTES);
        JsonNode token = MineJson.mapper().createObjectNode();
        if (answer.statusCode() == OK) {
            try {
                token = MineJson.mapper().readTree(answer.body());
            } catch (IOException e) {
                throw new IOException("cannot be asked: the token address answered no JSON");
            }
        }
        String text = token.path("access_token").asText();
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IOException(
                    "cannot be asked: the token address answered "
                            + answer.statusCode()
                            + " without an access token");
        }
        return text;
    }

    private HttpRequest request(URI address, Optional<ServerCredentials.Header> header)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(limit).header("Accept", ACCEPTED);
        try {
            header.ifPresent(h -> request.header(h.name(), h.value()));
        } catch (IllegalArgumentException e) {
            // Its message would contain the value.
            throw new IOException("cannot be asked: the credentials' header is not valid");
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException {
        return send(request, AempParser.MAX_BYTES);
    }

    /** Sends a request; the limit of time includes the body, unlike that of the request. */
    private HttpResponse<byte[]> send(HttpRequest request, int maxBytes)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, LimitedBody.of(maxBytes));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("did not answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("cannot be reached", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Refusal refusalOf(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        Optional<Duration> wait =
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,9}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        String found =
                "answered "
                        + status
                        + (status / 100 == 3 ? " with another address" : "")
                        + wait.map(time -> ", to be asked again in " + time.toSeconds() + " s")
                                .orElse("");
        return new Refusal(found, TEMPORARY.contains(status), wait);
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        boolean ours = message.startsWith("did not") || message.startsWith("cannot be");
        return ours
                ? message
                : "cannot be reached: " + (message.isEmpty() ? e.toString() : message);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
