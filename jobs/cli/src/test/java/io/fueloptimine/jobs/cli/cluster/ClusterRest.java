package io.fueloptimine.jobs.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.net.SSLUtils;

/**
 * Reads Flink's REST interface with the certificate of a client. A request that gets no answer
 * within the limit counts as an empty answer. Not thread-safe.
 */
final class ClusterRest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int SHOWN_CHARACTERS = 2_000;

    private final HttpClient client;
    private final URI root;
    private final Duration answerLimit;
    private String lastSeen = "nothing";

    /**
     * @param configuration the folder with the client's {@code config.yaml}
     */
    ClusterRest(Path configuration, int port) throws Exception {
        this(
                HttpClient.newBuilder()
                        .connectTimeout(ANSWER_LIMIT)
                        .sslContext(
                                SSLUtils.createRestSSLContext(
                                        GlobalConfiguration.loadConfiguration(
                                                configuration.toString()),
                                        true))
                        .build(),
                URI.create("https://127.0.0.1:" + port),
                ANSWER_LIMIT);
    }

    ClusterRest(HttpClient client, URI root, Duration answerLimit) {
        this.client = client;
        this.root = root;
        this.answerLimit = answerLimit;
    }

    /** The ids of the TaskManagers; empty if the JobManager does not answer. */
    Set<String> taskManagers() {
        Set<String> ids = new TreeSet<>();
        get("/taskmanagers")
                .path("taskmanagers")
                .forEach(taskManager -> ids.add(taskManager.path("id").asText()));
        return ids;
    }

    /** The ids of the jobs that have slots of a TaskManager. */
    Set<String> jobsOn(String taskManager) {
        Set<String> jobs = new TreeSet<>();
        get("/taskmanagers/" + taskManager)
                .path("allocatedSlots")
                .forEach(slot -> jobs.add(slot.path("jobId").asText()));
        return jobs;
    }

    /** The newest job of each name, by name; those whose state is RUNNING with all tasks. */
    Map<String, String> running() {
        Map<String, String> running = new TreeMap<>();
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            JsonNode tasks = job.path("tasks");
            if (job.path("state").asText().equals("RUNNING")
                    && tasks.path("total").asInt() > 0
                    && tasks.path("running").asInt() == tasks.path("total").asInt()) {
                running.put(job.path("name").asText(), job.path("jid").asText());
            }
        }
        return running;
    }

    /** How many checkpoints of a job are complete. */
    int completedCheckpoints(String job) {
        return checkpoints(job).path("counts").path("completed").asInt();
    }

    /** How many times a job was restored from a checkpoint or savepoint. */
    int restores(String job) {
        return checkpoints(job).path("counts").path("restored").asInt();
    }

    /** The checkpoint or savepoint from which a job was last restored. */
    Optional<String> restoredFrom(String job) {
        return Optional.ofNullable(
                checkpoints(job)
                        .path("latest")
                        .path("restored")
                        .path("external_path")
                        .asText(null));
    }

    /** The last request and its answer, shortened, for messages. */
    String lastSeen() {
        return lastSeen;
    }

    private JsonNode checkpoints(String job) {
        return get("/jobs/" + job + "/checkpoints");
    }

    /** The answer; an empty object if there is none. */
    private JsonNode get(String path) {
        // The timeout of a request ends with the head of the answer, this one with its body.
        CompletableFuture<HttpResponse<String>> request =
                client.sendAsync(
                        HttpRequest.newBuilder(root.resolve(path)).timeout(answerLimit).build(),
                        HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer =
                    request.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
            see(path, answer.statusCode() + " " + answer.body());
            return JSON.readTree(answer.body());
        } catch (TimeoutException e) {
            request.cancel(true);
            see(path, "no answer within " + answerLimit.toMillis() + " ms");
        } catch (ExecutionException e) {
            see(path, e.getCause().toString());
        } catch (IOException e) {
            lastSeen += " is not JSON";
        } catch (InterruptedException e) {
            request.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + path, e);
        }
        return JSON.createObjectNode();
    }

    private void see(String path, String answer) {
        lastSeen =
                "GET "
                        + path
                        + ": "
                        + answer.substring(0, Math.min(answer.length(), SHOWN_CHARACTERS));
    }
}
