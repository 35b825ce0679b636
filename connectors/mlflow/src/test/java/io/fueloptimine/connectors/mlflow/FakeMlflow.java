package io.fueloptimine.connectors.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** An in-memory MLflow server: its REST endpoints with their error codes, and failures. */
final class FakeMlflow implements AutoCloseable {

    /** How it answers requests. */
    enum Behaviour {
        NORMAL,
        ERROR_500,
        NOT_JSON,
        NO_ANSWER,
        INCOMPLETE
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSIONS_A_PAGE = 2;

    final List<String> calls = new ArrayList<>();
    final Map<String, ObjectNode> runs = new TreeMap<>();
    final List<ObjectNode> versions = new ArrayList<>();
    final Map<String, String> aliases = new TreeMap<>();
    final List<String> authorizations = new ArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean modelExists;
    private boolean experimentExists;
    private volatile Behaviour behaviour = Behaviour.NORMAL;

    FakeMlflow() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void behaves(Behaviour now) {
        behaviour = now;
    }

    /** The metrics of a run by name. */
    Map<String, Double> metricsOf(String runId) {
        Map<String, Double> metrics = new TreeMap<>();
        runs.get(runId)
                .path("metrics")
                .forEach(m -> metrics.put(m.path("key").asText(), m.path("value").asDouble()));
        return metrics;
    }

    /** Parameters or tags by name. */
    static Map<String, String> texts(JsonNode pairs) {
        Map<String, String> texts = new TreeMap<>();
        pairs.forEach(pair -> texts.put(pair.path("key").asText(), pair.path("value").asText()));
        return texts;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        switch (behaviour) {
            case NORMAL -> serve(exchange);
            case ERROR_500 -> answer(exchange, 500, "{\"error_code\":\"INTERNAL_ERROR\"}");
            case NOT_JSON -> answer(exchange, 404, "<html>not here</html>");
            case NO_ANSWER -> untilClosed();
            case INCOMPLETE -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                untilClosed();
            }
        }
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod()
                        + exchange.getRequestURI().getPath().replace("/api/2.0/mlflow/", " ");
        calls.add(call);
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Map<String, String> query = query(exchange);
        try {
            answer(exchange, 200, reply(call, body, query).toString());
        } catch (MissingException e) {
            answer(exchange, 404, "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\"}");
        }
    }

    private JsonNode reply(String call, JsonNode body, Map<String, String> query)
            throws MissingException {
        return switch (call) {
            case "GET registered-models/get" -> model();
            case "POST registered-models/create" -> {
                modelExists = true;
                yield JSON.createObjectNode();
            }
            case "GET model-versions/search" -> page(query);
            case "GET experiments/get-by-name" -> experiment();
            case "POST experiments/create" -> {
                experimentExists = true;
                yield JSON.createObjectNode().put("experiment_id", "7");
            }
            case "POST runs/create" -> run((ObjectNode) body);
            case "POST runs/log-batch" -> batch(body);
            case "POST runs/update" -> {
                runs.get(body.path("run_id").asText()).set("end", body);
                yield JSON.createObjectNode();
            }
            case "POST model-versions/create" -> version((ObjectNode) body);
            case "POST registered-models/alias" -> {
                aliases.put(body.path("alias").asText(), body.path("version").asText());
                yield JSON.createObjectNode();
            }
            case "DELETE registered-models/alias" -> {
                aliases.remove(body.path("alias").asText());
                yield JSON.createObjectNode();
            }
            default -> throw new MissingException();
        };
    }

    private JsonNode model() throws MissingException {
        requireExists(modelExists);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putObject("registered_model").putArray("aliases");
        aliases.forEach((a, v) -> list.addObject().put("alias", a).put("version", v));
        return answer;
    }

    private JsonNode experiment() throws MissingException {
        requireExists(experimentExists);
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("experiment").put("experiment_id", "7");
        return answer;
    }

    private JsonNode page(Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("page_token", "0"));
        int to = Math.min(versions.size(), from + VERSIONS_A_PAGE);
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("model_versions").addAll(versions.subList(from, to));
        return to < versions.size() ? answer.put("next_page_token", "" + to) : answer;
    }

    private JsonNode run(ObjectNode body) {
        String id = "run-" + (runs.size() + 1);
        runs.put(id, body);
        body.putArray("metrics");
        body.putArray("params");
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("run")
                .putObject("info")
                .put("run_id", id)
                .put("artifact_uri", "mlflow-artifacts:/7/" + id + "/artifacts");
        return answer;
    }

    private JsonNode batch(JsonNode body) {
        ObjectNode run = runs.get(body.path("run_id").asText());
        body.path("metrics").forEach(((ArrayNode) run.path("metrics"))::add);
        body.path("params").forEach(((ArrayNode) run.path("params"))::add);
        return JSON.createObjectNode();
    }

    private JsonNode version(ObjectNode body) {
        body.put("version", "" + (versions.size() + 1));
        versions.add(body);
        ObjectNode answer = JSON.createObjectNode();
        answer.set("model_version", body);
        return answer;
    }

    private static void requireExists(boolean there) throws MissingException {
        if (!there) {
            throw new MissingException();
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void answer(HttpExchange exchange, int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MissingException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
