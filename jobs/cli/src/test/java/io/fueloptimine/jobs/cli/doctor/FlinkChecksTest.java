package io.fueloptimine.jobs.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fueloptimine.jobs.cli.doctor.CheckResult.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks of Flink against a server with the answers of Flink's REST interface. */
class FlinkChecksTest {

    private static final long NOW_MS = 1_777_896_000_000L;

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private HttpServer server;
    private FlinkRest flink;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String answer = answers.get(exchange.getRequestURI().toString());
                    byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        flink =
                FlinkRest.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                        Optional.empty());
        answers.put("/config", "{\"flink-version\": \"2.2.0\"}");
        answers.put("/jobs/overview", overview("RUNNING"));
        for (int job = 0; job < FlinkJob.NAMES.size(); job++) {
            answers.put("/jobs/j" + job, "{\"now\": " + NOW_MS + "}");
            checkpoint(job, NOW_MS - 20_000, "null");
            restarts(job, 0);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aHealthyClusterHasNoFault() throws SQLException {
        assertThat(new FlinkCheck(flink).run().status()).isEqualTo(Status.OK);
        assertThat(clock(NOW_MS).status()).isEqualTo(Status.OK);
        assertThat(new FlinkJobsCheck(flink).run().status()).isEqualTo(Status.OK);
        assertThat(checkpoints().status()).isEqualTo(Status.OK);
        assertThat(checkpoints().found()).isEqualTo("6 jobs, the oldest is 20 s old");
        assertThat(new FlinkRestartsCheck(flink).run().status()).isEqualTo(Status.OK);
    }

    @Test
    void anotherVersionIsAFault() {
        answers.put("/config", "{\"flink-version\": \"2.20.0\"}");

        CheckResult result = new FlinkCheck(flink).run();

        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found()).endsWith("Flink 2.20.0");
    }

    @Test
    void aServerThatIsNotFlinkOrIsAwayIsAFault() {
        answers.remove("/config");
        assertThat(new FlinkCheck(flink).run().found()).endsWith("/config answers with status 404");
        answers.put("/config", "<html>");
        assertThat(new FlinkCheck(flink).run().found())
                .endsWith("/config answers with text that is not JSON");
        server.stop(0);
        CheckResult away = new FlinkCheck(flink).run();
        assertThat(away.status()).isEqualTo(Status.FAULT);
        assertThat(away.found()).contains("does not answer");
    }

    @Test
    void theNewestJobOfANameCounts() {
        answers.put(
                "/jobs/overview",
                overview("RUNNING")
                        .replace(
                                "[",
                                "[{\"jid\": \"old\", \"name\": \"FuelOptiMine fuel\", \"state\":"
                                        + " \"CANCELED\", \"start-time\": 1},"));
        assertThat(new FlinkJobsCheck(flink).run().status()).isEqualTo(Status.OK);

        answers.put("/jobs/overview", overview("RESTARTING").replace("FuelOptiMine cabs", "other"));
        CheckResult result = new FlinkJobsCheck(flink).run();
        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found())
                .contains("FuelOptiMine ingest is RESTARTING", "FuelOptiMine cabs is missing");
    }

    @Test
    void oldAndFailedCheckpointsAreFound() {
        checkpoint(1, NOW_MS - 20_000, "{\"failure_timestamp\": " + (NOW_MS - 5_000) + "}");
        assertThat(checkpoints().status()).isEqualTo(Status.WARN);
        assertThat(checkpoints().found())
                .isEqualTo("FuelOptiMine fuel completed its last 20 s ago, a newer one failed");

        checkpoint(1, NOW_MS - 20_000, "{\"failure_timestamp\": " + (NOW_MS - 25_000) + "}");
        assertThat(checkpoints().status()).isEqualTo(Status.OK);

        checkpoint(1, NOW_MS - 601_000, "null");
        assertThat(checkpoints().status()).isEqualTo(Status.WARN);

        checkpoint(1, NOW_MS - 901_000, "null");
        assertThat(checkpoints().status()).isEqualTo(Status.FAULT);
    }

    @Test
    void aJobWithoutCheckpointCountsFromItsStart() {
        answers.put(
                "/jobs/j0/checkpoints", "{\"latest\": {\"completed\": null, \"failed\": null}}");

        CheckResult result = checkpoints();

        assertThat(result.status()).isEqualTo(Status.FAULT);
        assertThat(result.found())
                .isEqualTo("FuelOptiMine ingest has completed none since its start 3600 s ago");
    }

    @Test
    void withoutJobsNothingIsKnownOfCheckpointsAndClock() throws SQLException {
        answers.put("/jobs/overview", "{\"jobs\": []}");

        assertThat(checkpoints().found()).isEqualTo("not checked, because no job runs");
        assertThat(clock(NOW_MS).status()).isEqualTo(Status.WARN);
        assertThat(new FlinkJobsCheck(flink).run().status()).isEqualTo(Status.FAULT);
    }

    @Test
    void restartsAreAWarning() {
        restarts(2, 3);

        CheckResult result = new FlinkRestartsCheck(flink).run();

        assertThat(result.status()).isEqualTo(Status.WARN);
        assertThat(result.found()).isEqualTo("FuelOptiMine alarms: 3");
    }

    @Test
    void theClockOfTheJobManagerIsCompared() throws SQLException {
        assertThat(clock(NOW_MS + 60_000).status()).isEqualTo(Status.FAULT);
    }

    private CheckResult checkpoints() {
        return new FlinkCheckpointsCheck(flink).run();
    }

    private CheckResult clock(long hereMs) throws SQLException {
        Clock here = Clock.fixed(Instant.ofEpochMilli(hereMs), ZoneOffset.UTC);
        return new FlinkClockCheck(flink, new ClockSkew(here)).run();
    }

    private void checkpoint(int job, long completedMs, String failed) {
        answers.put(
                "/jobs/j" + job + "/checkpoints",
                "{\"latest\": {\"completed\": {\"latest_ack_timestamp\": "
                        + completedMs
                        + "}, \"failed\": "
                        + failed
                        + "}}");
    }

    private void restarts(int job, int restarts) {
        answers.put(
                "/jobs/j" + job + "/metrics?get=numRestarts",
                "[{\"id\": \"numRestarts\", \"value\": \"" + restarts + "\"}]");
    }

    private static String overview(String state) {
        return IntStream.range(0, FlinkJob.NAMES.size())
                .mapToObj(
                        job ->
                                "{\"jid\": \"j"
                                        + job
                                        + "\", \"name\": \""
                                        + FlinkJob.NAMES.get(job)
                                        + "\", \"state\": \""
                                        + state
                                        + "\", \"start-time\": "
                                        + (NOW_MS - 3_600_000)
                                        + "}")
                .collect(Collectors.joining(", ", "{\"jobs\": [", "]}"));
    }
}
