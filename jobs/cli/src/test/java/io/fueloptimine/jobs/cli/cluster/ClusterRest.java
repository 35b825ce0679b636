package io.fueloptimine.jobs.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.net.SSLUtils;

/** Reads Flink's REST interface with the certificate of a client. */
final class ClusterRest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI root;

    /**
     * @param configuration the folder with the client's {@code config.yaml}
     */
    ClusterRest(Path configuration, int port) throws Exception {
        client =
                HttpClient.newBuilder()
                        .sslContext(
                                SSLUtils.createRestSSLContext(
                                        GlobalConfiguration.loadConfiguration(
                                                configuration.toString()),
                                        true))
                        .build();
        root = URI.create("https://127.0.0.1:" + port);
    }

    /** The number of TaskManagers; 0 if the JobManager does not answer. */
    int taskManagers() {
        return get("/overview").path("taskmanagers").asInt();
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

    private JsonNode checkpoints(String job) {
        return get("/jobs/" + job + "/checkpoints");
    }

    /** The answer; an empty object if there is none. */
    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(root.resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JSON.createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
