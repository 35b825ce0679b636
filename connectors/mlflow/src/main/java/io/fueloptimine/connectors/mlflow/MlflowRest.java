package io.fueloptimine.connectors.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A client of MLflow's REST API 2.0. One timeout limits the time of all calls together. The client
 * does not follow redirects, so that the token is not sent to another server.
 */
final class MlflowRest {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String API = "/api/2.0/mlflow/";
    private static final int FIRST_ERROR = 300;

    private final String api;
    private final Optional<String> token;
    private final Duration timeout;
    private final long deadline;
    private final HttpClient http;

    private MlflowRest(String api, Optional<String> token, Duration timeout) {
        this.api = api;
        this.token = token;
        this.timeout = timeout;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /**
     * Creates a client that uses the token in the token file. The timeout starts with this call.
     */
    static MlflowRest open(MlflowSettings settings) throws MlflowException {
        String server = settings.server().toString().replaceAll("/+$", "");
        Optional<String> token =
                settings.tokenFile().isPresent()
                        ? Optional.of(token(settings.tokenFile().get()))
                        : Optional.empty();
        return new MlflowRest(server + API, token, settings.timeout());
    }

    JsonNode get(String path, Map<String, String> query) throws MlflowException {
        String encoded =
                query.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&"));
        return answer(request(path + "?" + encoded).GET());
    }

    JsonNode post(String path, ObjectNode body) throws MlflowException {
        return answer(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    JsonNode delete(String path, ObjectNode body) throws MlflowException {
        return answer(request(path).method("DELETE", BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Content-Type", "application/json");
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    /**
     * Sends a request and waits for the whole answer within the timeout. The timeout of the Java
     * HTTP client is not sufficient, because it does not cover the body of the answer.
     */
    private JsonNode answer(HttpRequest.Builder request) throws MlflowException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return json(answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw MlflowException.failed("not done within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw MlflowException.failed(
                    "no answer (" + e.getCause().getClass().getSimpleName() + ")", e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw MlflowException.failed("interrupted while waiting", e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws MlflowException {
        String path = response.request().uri().getPath();
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw MlflowException.failed(
                    path + " answers " + response.statusCode() + " without JSON", e);
        }
        if (response.statusCode() >= FIRST_ERROR) {
            String code = body.path("error_code").asText();
            throw MlflowException.refused(
                    String.format(
                            Locale.ROOT,
                            "%s answers %d %s %s",
                            path,
                            response.statusCode(),
                            code,
                            body.path("message").asText()),
                    code);
        }
        return body;
    }

    private static String token(Path file) throws MlflowException {
        try {
            String token = Files.readString(file).strip();
            if (!token.matches("[\\x21-\\x7e]+")) {
                throw MlflowException.failed(
                        "token file " + file + ": expected one word of ASCII", null);
            }
            return token;
        } catch (IOException e) {
            throw MlflowException.failed("token file " + file + " cannot be read", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
