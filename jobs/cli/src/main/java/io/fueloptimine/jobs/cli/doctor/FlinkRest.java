package io.fueloptimine.jobs.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.net.SSLUtils;

/** Reads Flink's REST interface; each request has a limit of 10 s. Thread-safe. */
final class FlinkRest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int DONE = 200;

    private final HttpClient client;
    private final String root;

    private FlinkRest(HttpClient client, String root) {
        this.client = client;
        this.root = root;
    }

    /**
     * Creates the client; does not connect.
     *
     * @param root the address of the JobManager, http or https
     * @param configuration a folder with a {@code config.yaml} that names the client's certificate
     * @throws InvalidInputException if the certificate cannot be read
     */
    static FlinkRest of(URI root, Optional<Path> configuration) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .connectTimeout(LIMIT)
                        .followRedirects(HttpClient.Redirect.NEVER);
        configuration.ifPresent(folder -> authenticate(builder, folder));
        return new FlinkRest(builder.build(), root.toString().replaceFirst("/+$", ""));
    }

    private static void authenticate(HttpClient.Builder builder, Path folder) {
        try {
            var tls =
                    SSLUtils.createRestSSLContext(
                            GlobalConfiguration.loadConfiguration(folder.toString()), true);
            if (tls != null) {
                builder.sslContext(tls);
            }
        } catch (Exception e) {
            // The message of the library could contain a part of the configuration.
            throw new InvalidInputException(
                    "--flink-conf "
                            + folder
                            + ": cannot read the certificate of the client, expected a folder with"
                            + " config.yaml as flink-conf/tls/make-certificates makes it");
        }
    }

    /** The address without a slash at its end. */
    String address() {
        return root;
    }

    /** The newest job of each name, by name. */
    Map<String, FlinkJob> jobs() {
        Map<String, FlinkJob> newest = new TreeMap<>();
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            FlinkJob found =
                    new FlinkJob(
                            job.path("jid").asText(),
                            job.path("state").asText(),
                            job.path("start-time").asLong());
            newest.merge(
                    job.path("name").asText(),
                    found,
                    (a, b) -> a.startedAtMs() >= b.startedAtMs() ? a : b);
        }
        return newest;
    }

    /**
     * The answer to a GET request.
     *
     * @throws InvalidInputException if there is no answer, or it is an error or no JSON
     */
    JsonNode get(String path) {
        // The timeout of a request ends with the head of the answer, this one with its body.
        CompletableFuture<HttpResponse<String>> request =
                client.sendAsync(
                        HttpRequest.newBuilder(URI.create(root + path)).timeout(LIMIT).build(),
                        HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = request.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != DONE) {
                throw fault(path, "answers with status " + answer.statusCode());
            }
            return MineJson.mapper().readTree(answer.body());
        } catch (TimeoutException e) {
            request.cancel(true);
            throw fault(path, "does not answer within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw fault(path, "does not answer (" + e.getCause().getClass().getSimpleName() + ")");
        } catch (JsonProcessingException e) {
            throw fault(path, "answers with text that is not JSON");
        } catch (InterruptedException e) {
            request.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + path, e);
        }
    }

    private InvalidInputException fault(String path, String what) {
        return new InvalidInputException(root + path + " " + what);
    }
}
