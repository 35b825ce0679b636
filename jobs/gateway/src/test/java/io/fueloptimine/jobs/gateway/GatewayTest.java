package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class GatewayTest {

    private static final String TOKEN = "correct-horse-battery";

    private final ScriptedPublisher broker = new ScriptedPublisher();
    private Gateway gateway;

    @TempDir Path folder;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void publishesAnObjectOnTheTopicOfItsMachine() throws Exception {
        HttpResponse<String> answer = open().post("{\"speedKph\": 12}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1}");
        assertThat(broker.topics()).containsExactly("pit/v1/haultruck/T1/telemetry");
        assertThat(broker.payloads()).containsExactly("{\"speedKph\": 12}");
    }

    @ParameterizedTest
    @CsvSource({
        "Cami%C3%B3n%207, Cami\u00F3n 7",
        "%F0%9F%9A%9C, \ud83d\ude9c",
        "T%252F1, T%2F1",
        "pala~norte, pala~norte",
        "(T1), (T1)",
    })
    void restoresThePercentEncodedNameOfTheMachine(String part, String machine) throws Exception {
        HttpSender sender = open();

        HttpResponse<String> answer =
                sender.send(
                        sender.to("/v1/pit/haultruck/" + part + "/state")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(broker.topics()).containsExactly("pit/v1/haultruck/" + machine + "/state");
    }

    @Test
    void publishesEachLineOfABatch() throws Exception {
        HttpResponse<String> answer = open().postLines("{\"a\":1}\r\n{\"a\":2}\nnot json\n");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":3}");
        assertThat(broker.payloads()).containsExactly("{\"a\":1}", "{\"a\":2}", "not json");
    }

    @Test
    void decodesRawValuesToTelemetry() throws Exception {
        HttpSender sender = open();
        String time = "{\"time\":\"2026-01-05T08:00:00Z\",";
        HttpResponse<String> answer =
                sender.send(
                        sender.to("/v1/pit/haultruck/T1/j1939")
                                .header("Content-Type", "application/x-ndjson")
                                .POST(
                                        BodyPublishers.ofString(
                                                time
                                                        + "\"frames\":[{\"id\":\"18FEF200\",\"data\":"
                                                        + "\"9A19FFFFFFFFFFFF\"}]}\n"
                                                        + time
                                                        + "\"spn\":{\"183\":\"x\"}}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(broker.topics()).containsOnly("pit/v1/haultruck/T1/telemetry").hasSize(2);
        assertThat(broker.payloads().get(0)).isEqualTo(time + "\"fuelRateLph\":327.7}");
        assertThat(broker.payloads().get(1)).contains("\"j1939Fault\":\"spn 183 is");
        assertThat(sender.get("/metrics").body())
                .contains("fuel_gateway_undecoded_j1939_messages_total 1");
    }

    @Test
    void decompressesABatch() throws Exception {
        HttpSender sender = open();
        byte[] packed = HttpSender.gzip(HttpSender.bytes("{\"a\":1}\n{\"a\":2}"));

        HttpResponse<String> answer =
                sender.send(
                        sender.readings("application/x-ndjson; charset=utf-8", packed)
                                .header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(broker.payloads()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v1/pit/haultruck/T1             | application/json | 404 | path",
                "POST | /v1/other/haultruck/T1/telemetry | application/json | 404 | site",
                "POST | /v1/pit/bicycle/T1/telemetry     | application/json | 404 | kind",
                "POST | /v1/pit/dispatch/T1/assignment   | application/json | 404 | kind",
                "POST | /v1/pit/haultruck/T1/unknown      | application/json | 404 | stream",
                "POST | /v1/pit/haultruck/T%2B1/state    | application/json | 400 | id",
                "POST | /v1/pit/haultruck//state         | application/json | 400 | id",
                "POST | /v1/pit/haultruck/%20/state      | application/json | 400 | id",
                "POST | /v1/pit/haultruck/T%2F1/state    | application/json | 400 | id",
                "POST | /v1/pit/haultruck/%23/state      | application/json | 400 | id",
                "POST | /v1/pit/haultruck/%2E%2E/state   | application/json | 400 | id",
                "POST | /v1/pit/haultruck/T%001/state    | application/json | 400 | id",
                "POST | /v1/pit/haultruck/T%E2%80%AE/state | application/json | 400 | id",
                "POST | /v1/pit/haultruck/T%FF/state     | application/json | 400 | id",
                "GET  | /v1/pit/haultruck/T1/state       | application/json | 405 | method",
                "POST | /v1/pit/haultruck/T1/state       | text/plain       | 415 | Content-Type",
                "POST | /elsewhere                       | application/json | 404 | path",
                "POST | /health                          | application/json | 405 | method",
            })
    void rejectsAndNamesTheField(String method, String path, String type, int status, String field)
            throws Exception {
        HttpSender sender = open();

        HttpResponse<String> answer =
                sender.send(
                        sender.to(path)
                                .header("Content-Type", type)
                                .method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", "value", "expected");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void passesOverBlankLines() throws Exception {
        HttpResponse<String> answer =
                open().postLines("\n{\"a\":1}\n\n{\"a\":2}\n  \t\r\n\r\n{\"a\":3}\n\n\n");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":3}");
        assertThat(broker.payloads()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void rejectsAnEmptyBodyAndInvalidCompression() throws Exception {
        HttpSender sender = open();

        assertThat(sender.post(" ").statusCode()).isEqualTo(400);
        assertThat(sender.postLines("").statusCode()).isEqualTo(400);
        assertThat(sender.postLines("\n \r\n\n").statusCode()).isEqualTo(400);
        HttpResponse<String> broken =
                sender.send(
                        sender.readings("application/json", HttpSender.bytes("{}"))
                                .header("Content-Encoding", "gzip"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("gzip");
    }

    @Test
    void rejectsBodiesAndLinesThatAreTooLarge() throws Exception {
        HttpSender sender = open();
        byte[] large = new byte[TestSettings.MAX_BODY_BYTES + 1];
        String longLine = "{\"note\":\"" + "x".repeat(RequestBody.MAX_MESSAGE_BYTES) + "\"}";

        assertThat(sender.send(sender.readings("application/json", large)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> inChunks =
                sender.send(
                        sender.to(HttpSender.PATH)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large))));
        assertThat(inChunks.statusCode()).isEqualTo(413);
        HttpResponse<String> bomb =
                sender.send(
                        sender.readings("application/json", HttpSender.gzip(new byte[50_000_000]))
                                .header("Content-Encoding", "gzip"));
        assertThat(bomb.statusCode()).isEqualTo(413);
        assertThat(sender.post(longLine).statusCode()).isEqualTo(413);
        assertThat(broker.payloads()).isEmpty();
    }

    /** Job ingest rejects it and keeps its beginning; a client would send the same bytes again. */
    @Test
    void publishesALineThatIsTooLongWithTheOthers() throws Exception {
        String longLine = "{\"note\":\"" + "x".repeat(RequestBody.MAX_MESSAGE_BYTES) + "\"}";

        HttpResponse<String> answer = open().postLines("{}\n" + longLine + "\nnot JSON\n{}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":4}");
        assertThat(broker.payloads()).containsExactly("{}", longLine, "not JSON", "{}");
    }

    @Test
    void acceptsValidTokensOnlyAndReadsAChangedFile() throws Exception {
        Path tokens = Files.writeString(folder.resolve("tokens"), TOKEN + "\n");
        HttpSender sender = open(TestSettings.withTokens(tokens));

        assertThat(sender.post("{}").statusCode()).isEqualTo(401);
        assertThat(post(sender, "Bearer " + TOKEN + "x")).isEqualTo(401);
        assertThat(post(sender, "Basic " + TOKEN)).isEqualTo(401);
        assertThat(post(sender, "bearer " + TOKEN)).isEqualTo(202);
        HttpResponse<String> twice =
                sender.send(
                        sender.readings("application/json", HttpSender.bytes("{}"))
                                .header("Authorization", "Bearer " + TOKEN)
                                .header("Authorization", "Bearer another"));
        assertThat(twice.statusCode()).isEqualTo(401);

        Files.writeString(tokens, "another-token-of-some-length\n");
        Files.setLastModifiedTime(tokens, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(post(sender, "Bearer " + TOKEN)).isEqualTo(401);
        assertThat(post(sender, "Bearer another-token-of-some-length")).isEqualTo(202);

        Files.delete(tokens);
        assertThat(post(sender, "Bearer another-token-of-some-length")).isEqualTo(503);
    }

    private static int post(HttpSender sender, String authorization) {
        return sender.send(
                        sender.readings("application/json", HttpSender.bytes("{}"))
                                .header("Authorization", authorization))
                .statusCode();
    }

    private HttpSender open() throws IOException {
        return open(TestSettings.standard());
    }

    private HttpSender open(GatewaySettings settings) throws IOException {
        gateway = Gateway.start(settings, broker);
        return new HttpSender(gateway.port());
    }
}
