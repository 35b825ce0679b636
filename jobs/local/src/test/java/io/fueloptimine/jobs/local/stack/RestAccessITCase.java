package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on Flink's REST interface, as {@code fuel local} starts it, with a job that runs. */
class RestAccessITCase {

    private static final String JSON = "Content-Type: application/json";
    private static final String NO_BODY = "Content-Length: 0";

    @TempDir static Path folder;

    private static VictimCluster victim;
    private static int port;
    private static FlinkCluster cluster;
    private static FlinkJobs.RunningJob job;

    @BeforeAll
    static void startCluster() throws Exception {
        victim = VictimCluster.start(folder);
        port = victim.port();
        cluster = victim.cluster();
        job = victim.job();
    }

    @AfterAll
    static void stopCluster() {
        victim.close();
    }

    @Test
    void aJobIsNotAccepted() throws Exception {
        Configuration client = new Configuration();
        client.set(RestOptions.ADDRESS, "127.0.0.1");
        client.set(RestOptions.PORT, port);
        client.set(RestOptions.RETRY_MAX_ATTEMPTS, 1);
        Throwable refused;
        try (RestClusterClient<StandaloneClusterId> attacker =
                new RestClusterClient<>(client, StandaloneClusterId.getInstance())) {
            refused =
                    catchThrowable(
                            () ->
                                    attacker.submitJob(
                                                    EndlessJob.of(cluster.jobs(), "attack")
                                                            .getStreamGraph()
                                                            .getJobGraph())
                                            .get(1, TimeUnit.MINUTES));
        }
        assertThat(refused).isNotNull();
        assertThat(get("/jobs/overview")).contains("victim").doesNotContain("attack");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /jobs",
        "POST, /v1/jobs",
        "POST, /jars/upload",
        "POST, /jars/x_a.jar/run",
        "POST, /jobs/ID/stop",
        "POST, /jobs/ID/savepoints",
        "POST, /jobs/ID/checkpoints",
        "POST, /savepoint-disposal",
        "POST, /jobmanager/profiler",
        "PATCH, /jobs/ID",
        "PATCH, /jobs/ID?mode=cancel",
        "PATCH, /v1/jobs/ID?mode=cancel",
        "PATCH, //jobs//ID",
        "PATCH, /jobs/ID/rescaling?parallelism=2",
        "PATCH, /jobs/ID/clientHeartbeat",
        "PUT, /jobs/ID/resource-requirements",
        "DELETE, /cluster",
        "DELETE, /jars/x_a.jar",
        "DELETE, /datasets/0",
        "OPTIONS, /jobs",
        "OPTIONS, *",
        "TRACE, /jobs",
        "CONNECT, 127.0.0.1:80",
        "PROPFIND, /jobs",
        "FLY, /jobs",
        "post, /jobs",
        "patch, /jobs/ID",
        "get, /overview",
        "Get, /overview"
    })
    void otherMethodsThanGetAndHeadAreRefused(String method, String target) throws IOException {
        String answer =
                RestConnection.send(
                        port, line(method, target), host(), JSON, "Content-Length: 2", "", "{}");

        assertThat(RestConnection.status(answer)).as(answer).isEqualTo(405);
        assertThat(answer)
                .contains("allow: GET, HEAD", "method " + method + " is refused", "read-only")
                .contains("connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs/ID/yarn-cancel",
                "/jobs/ID/yarn-stop",
                "/v1/jobs/ID/yarn-cancel",
                "/jobs/ID/yarn%2Dcancel",
                "/jobs/ID/%79arn-cancel?a=b",
                "//jobs//ID//yarn-cancel//"
            })
    void aGetThatEndsAJobIsRefused(String target) throws IOException {
        String answer = RestConnection.send(port, line("GET", target), host(), "");

        assertThat(RestConnection.status(answer)).as(answer).isEqualTo(403);
        assertThat(answer).contains("ends a job");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: PATCH",
                "X-HTTP-Method: PATCH",
                "X-Method-Override: PATCH",
                "Upgrade: websocket",
                "Upgrade: h2c",
                "Expect: 100-continue"
            })
    void headersDoNotChangeWhatAGetDoes(String header) throws IOException {
        String answer =
                RestConnection.send(
                        port, line("GET", "/jobs/ID"), host(), "Connection: close", header, "");

        assertThat(answer).contains("\"jid\":\"" + job.id()).doesNotContain("101 ");
    }

    @Test
    void anUploadIsNotStored() throws IOException {
        String part = "Content-Disposition: form-data; name=\"jarfile\"; filename=\"a.jar\"";
        String body = "--x\r\n" + part + "\r\n\r\nPK\r\n--x--\r\n";

        String answer =
                RestConnection.send(
                        port,
                        "POST /jars/upload HTTP/1.1",
                        host(),
                        "Content-Type: multipart/form-data; boundary=x",
                        "Content-Length: " + body.length(),
                        "",
                        body);

        assertThat(RestConnection.status(answer)).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example/overview", "http://127.0.0.1/overview", "*", "a"})
    void aTargetThatIsNoPathIsRefused(String target) throws IOException {
        String answer = RestConnection.send(port, line("GET", target), host(), "");

        assertThat(RestConnection.status(answer)).as(answer).isEqualTo(400);
    }

    @Test
    void aSecondRequestOnTheSameConnectionIsCheckedToo() throws IOException {
        String answers =
                RestConnection.send(
                        port,
                        line("GET", "/overview"),
                        host(),
                        "",
                        line("PATCH", "/jobs/ID"),
                        host(),
                        NO_BODY,
                        "",
                        line("GET", "/jobs/ID/yarn-cancel"),
                        host(),
                        "");

        assertThat(answers).contains(" 405 ").doesNotContain(" 202 ");
    }

    @Test
    void aRequestInTheBodyOfAnotherIsNotRead() throws IOException {
        String inner = line("PATCH", "/jobs/ID") + "\r\n" + host() + "\r\n\r\n";

        String answer =
                RestConnection.send(
                        port,
                        line("GET", "/overview"),
                        host(),
                        "Connection: close",
                        "Content-Length: " + inner.length(),
                        "",
                        inner);

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /overview HTTP/1.1\r\nHost : 127.0.0.1", "GET", "GET  /a"})
    void whatIsNotHttpIsRefused(String request) throws IOException {
        String answer = RestConnection.send(port, request, "", "");

        assertThat(RestConnection.status(answer)).as(answer).isEqualTo(400);
    }

    @Test
    void pagesAndFiguresAreServed() throws IOException {
        assertThat(get("/overview")).startsWith("HTTP/1.1 200").contains("\"slots-total\":1");
        assertThat(get("/jobs/" + job.id())).contains("victim");
        assertThat(get("/")).startsWith("HTTP/1.1 200").contains("<html");
        assertThat(get("/jobmanager/config")).startsWith("HTTP/1.1 200");
    }

    @Test
    void headIsAnsweredAsFlinkAnswersIt() throws IOException {
        String answer = RestConnection.send(port, line("HEAD", "/overview"), host(), "");

        assertThat(RestConnection.status(answer)).as(answer).isNotIn(403, 405, 500);
    }

    private static String get(String path) throws IOException {
        return RestConnection.send(port, line("GET", path), host(), "Connection: close", "");
    }

    private static String line(String method, String target) {
        return method + " " + target.replace("ID", job.id().toString()) + " HTTP/1.1";
    }

    private static String host() {
        return "Host: 127.0.0.1:" + port;
    }
}
