package io.fueloptimine.jobs.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLContext;

/** Reads metrics and task states of a job from Flink's REST API. Thread-safe. */
public final class JobMetrics {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Time limit for an answer of the REST API. The limit is long, because a slow answer of a busy
     * machine must not end a run.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI rest;
    private final String jobId;

    /**
     * @param client made by {@link #client}; the caller may share it between jobs
     * @param rest the address of the REST API
     */
    JobMetrics(HttpClient client, URI rest, String jobId) {
        this.client = client;
        this.rest = rest;
        this.jobId = jobId;
    }

    /**
     * A client of the REST API.
     *
     * @param tls the client's certificate and the authority that it trusts; empty for plain HTTP
     */
    static HttpClient client(Optional<SSLContext> tls) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(TIMEOUT);
        tls.ifPresent(builder::sslContext);
        return builder.build();
    }

    /**
     * The sum of one metric over all operators and subtasks of the job; 0 if no subtask reports the
     * metric.
     *
     * @param name the metric's name without scope, such as {@code connectedSessions}
     */
    public double sum(String name) {
        double sum = 0;
        for (JsonNode vertex : get("/jobs/" + jobId).path("vertices")) {
            String metrics =
                    "/jobs/"
                            + jobId
                            + "/vertices/"
                            + vertex.path("id").asText()
                            + "/subtasks/metrics";
            List<String> ids = new ArrayList<>();
            for (JsonNode metric : get(metrics)) {
                String id = metric.path("id").asText();
                if (id.equals(name) || id.endsWith("." + name)) {
                    ids.add(id);
                }
            }
            for (String id : ids) {
                String query = "?agg=sum&get=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
                sum += get(metrics + query).path(0).path("sum").asDouble();
            }
        }
        return sum;
    }

    /**
     * The size of the last completed checkpoint of the job, bytes: all state, also what an
     * incremental checkpoint did not write again. Empty if the JobManager has completed no
     * checkpoint since its start.
     *
     * @throws StackException if the REST API does not answer
     */
    public OptionalLong checkpointBytes() {
        JsonNode size =
                get("/jobs/" + jobId + "/checkpoints")
                        .path("latest")
                        .path("completed")
                        .path("state_size");
        return size.isNumber() ? OptionalLong.of(size.asLong()) : OptionalLong.empty();
    }

    /** Whether all subtasks of the job are running. */
    boolean allTasksRun() {
        JsonNode vertices = get("/jobs/" + jobId).path("vertices");
        for (JsonNode vertex : vertices) {
            int running = vertex.path("tasks").path("RUNNING").asInt();
            if (running < vertex.path("parallelism").asInt()) {
                return false;
            }
        }
        return !vertices.isEmpty();
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(rest.resolve(path)).timeout(TIMEOUT).build();
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
        } catch (IOException e) {
            throw new StackException("Flink's REST API does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while reading metrics", e);
        }
    }
}
