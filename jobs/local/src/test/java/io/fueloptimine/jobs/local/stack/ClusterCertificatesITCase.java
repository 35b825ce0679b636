package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cluster of two processes with {@code flink-conf/standalone} and the certificates that {@code
 * flink-conf/tls/make-certificates} makes; clients with and without one.
 */
class ClusterCertificatesITCase {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir static Path folder;

    private static final StartedParts PARTS = new StartedParts();
    private static Path certificates;
    private static ShownCertificates shown;
    private static ClusterTls tls;
    private static ClusterTls foreign;
    private static FlinkProcesses flink;
    private static FlinkJobs.RunningJob job;
    private static int port;

    @BeforeAll
    static void startCluster() throws Exception {
        FuelHome home = FuelHome.find();
        certificates = folder.resolve("it's TLS: #1");
        shown = new ShownCertificates(certificates);
        tls = ClusterTls.make(home.makeCertificates(), certificates);
        foreign = ClusterTls.make(home.makeCertificates(), folder.resolve("foreign"));
        ZooKeeperNode zooKeeper =
                PARTS.add(ZooKeeperNode.start(folder.resolve("zookeeper"), freePort()));
        port = freePort();
        flink =
                PARTS.add(
                        FlinkProcesses.start(
                                new FlinkProcesses.Settings(
                                        home.standaloneFlinkConf(),
                                        tls,
                                        folder.resolve("state"),
                                        folder.resolve("logs"),
                                        1,
                                        port,
                                        zooKeeper.address())));
        job = flink.jobs().submit("numbers", EndlessJob.of(flink.jobs(), "numbers"));
        assertThat(Await.holdsWithin(LIMIT, () -> flink.jobs().isRunning(job))).isTrue();
    }

    @AfterAll
    static void stopCluster() {
        PARTS.close();
    }

    /** Also shows that JobManager and TaskManager reach each other. */
    @Test
    void aClientWithItsCertificateUsesTheCluster() throws Exception {
        flink.jobs().checkpoint(job);

        HttpResponse<String> overview = get(tls.clientContext(), "/overview");

        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body()).contains("\"jobs-running\":1");
    }

    @Test
    void aClientWithoutACertificateIsRefused() throws Exception {
        SSLContext trustOnly = shown.context(null, null, "client");

        assertThatThrownBy(() -> get(trustOnly, "/overview")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post(trustOnly, "/jobs")).isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        SSLContext other = shown.context(folder.resolve("foreign"), "client/client.p12", "client");

        assertThatThrownBy(() -> get(other, "/overview")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(foreign.clientContext(), "/overview"))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster/rest.p12", "cluster/internal.p12"})
    void aCertificateOfTheClusterIsNotThatOfAClient(String store) throws Exception {
        SSLContext server = shown.context(certificates, store, "client");

        assertThatThrownBy(() -> get(server, "/overview")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /overview", "POST /jobs", "PATCH /jobs/ID", "DELETE /cluster"})
    void withoutTlsNothingIsAnswered(String request) throws Exception {
        String answer =
                RestConnection.send(
                        port,
                        request.replace("ID", job.id().toString()) + " HTTP/1.1",
                        "Host: 127.0.0.1:" + port,
                        "Content-Length: 0",
                        "");

        // Flink redirects to https.
        assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 4", "slots-total");
        assertThat(Await.holdsWithin(LIMIT, () -> flink.jobs().isRunning(job))).isTrue();
    }

    /** A browser that has the certificate sends it for pages from elsewhere, too. */
    @Test
    void aPageFromElsewhereIsRefusedInABrowserWithTheCertificate() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/jobs"))
                        .header("Origin", "https://evil.example")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();

        HttpResponse<String> answer = send(tls.clientContext(), request);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Origin");
    }

    @Test
    void processesAcceptTheInternalCertificateOnly() throws Exception {
        JsonNode taskManager = taskManager();
        String rpc = taskManager.path("path").asText();
        assertThat(rpc).startsWith("pekko.ssl.tcp://");
        int rpcPort = URI.create(rpc).getPort();
        int dataPort = taskManager.path("dataPort").asInt();
        SSLContext internal = shown.context(certificates, "cluster/internal.p12", "internal");
        SSLContext client = shown.context(certificates, "client/client.p12", "internal");
        SSLContext none = shown.context(null, null, "internal");

        for (int process : List.of(rpcPort, dataPort)) {
            assertThat(catchThrowable(() -> shake(internal, process))).as("internal").isNull();
            assertThat(catchThrowable(() -> shake(client, process))).as("client").isNotNull();
            assertThat(catchThrowable(() -> shake(none, process))).as("none").isNotNull();
        }
    }

    @Test
    void passwordsAreNeitherShownNorInJobGraphs() throws Exception {
        String settings = get(tls.clientContext(), "/jobmanager/config").body();
        String environment = get(tls.clientContext(), "/jobmanager/environment").body();
        byte[] graph =
                InstantiationUtil.serializeObject(
                        EndlessJob.of(flink.jobs(), "numbers").getStreamGraph().getJobGraph());

        for (String part : List.of("ca", "cluster", "client")) {
            String password = ShownCertificates.password(certificates, part);
            assertThat(settings).doesNotContain(password).contains("security.ssl.rest.keystore");
            assertThat(environment).doesNotContain(password);
            assertThat(new String(graph, StandardCharsets.ISO_8859_1)).doesNotContain(password);
            try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
                for (Path log : logs.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(log)).as(log.toString()).doesNotContain(password);
                }
            }
        }
    }

    @Test
    void onlyTheOwnerReadsTheFiles() throws IOException {
        for (Path root : List.of(certificates, folder.resolve("state/conf"))) {
            try (Stream<Path> entries = Files.walk(root)) {
                for (Path entry : entries.toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
                            .as(entry.toString())
                            .isEqualTo(Files.isDirectory(entry) ? "rwx------" : "rw-------");
                }
            }
        }
    }

    @Test
    void aSecondRunKeepsWhatIsThere() throws Exception {
        byte[] before = Files.readAllBytes(certificates.resolve("cluster/rest.p12"));

        ClusterTls.make(FuelHome.find().makeCertificates(), certificates);

        assertThat(certificates.resolve("cluster/rest.p12")).hasBinaryContent(before);
        try (Stream<Path> entries = Files.list(certificates)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca", "cluster", "client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "-a", "a,ca:true", "http://a", "host:8081", "abc:8081"})
    void aHostThatIsNoNameOrAddressIsRefused(String host) throws Exception {
        Path unused = folder.resolve("unused");
        Process script =
                new ProcessBuilder(
                                FuelHome.find().makeCertificates().toString(),
                                unused.toString(),
                                host)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor()).isEqualTo(2);
        assertThat(output).contains("host '" + host + "' is not valid, expected a name or an IP");
        assertThat(unused).doesNotExist();
    }

    private static JsonNode taskManager() throws Exception {
        return new ObjectMapper()
                .readTree(get(tls.clientContext(), "/taskmanagers").body())
                .path("taskmanagers")
                .path(0);
    }

    private static void shake(SSLContext context, int processPort) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", processPort)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
        }
    }

    private static HttpResponse<String> get(SSLContext context, String path) throws Exception {
        return send(context, HttpRequest.newBuilder(uri(path)).build());
    }

    private static HttpResponse<String> post(SSLContext context, String path) throws Exception {
        return send(
                context,
                HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());
    }

    private static HttpResponse<String> send(SSLContext context, HttpRequest request)
            throws Exception {
        HttpClient client = JobMetrics.client(Optional.of(context));
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("https://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
