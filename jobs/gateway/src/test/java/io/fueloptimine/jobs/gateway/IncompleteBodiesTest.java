package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is accepted as a whole or not at all, and the number in the answer is what was sent. */
@Timeout(60)
class IncompleteBodiesTest {

    private static final String CHUNKED = RawRequests.HEAD + "Transfer-Encoding: chunked\r\n";

    private final ScriptedPublisher broker = new ScriptedPublisher();
    private Gateway gateway;
    private HttpSender sender;
    private RawRequests raw;

    @BeforeEach
    void start() throws IOException {
        gateway = Gateway.start(TestSettings.standard(), broker);
        sender = new HttpSender(gateway.port());
        raw = new RawRequests(gateway.port());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void acceptsSeveralGzipMembersAndChunks() throws IOException {
        byte[] members =
                join(gzip("{\"a\":1}\n{\"a\""), gzip(":2}\n"), gzip(""), gzip("{\"a\":3}"));

        assertThat(post(members).body()).isEqualTo("{\"accepted\":3}");
        assertThat(broker.payloads()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
        assertThat(raw.send(CHUNKED, "8;x=y\r\n{\"a\":4}\n\r\n2\r\n{}\r\n0\r\nTrailer: x\r\n\r\n"))
                .startsWith("HTTP/1.1 202")
                .endsWith("{\"accepted\":2}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 10, 11, 15, 18, 19, 20, 26, 27, 30})
    void refusesASecondMemberThatBreaksOff(int bytes) throws IOException {
        byte[] second = gzip("{\"a\":2}\n{\"a\":3}\n");
        assertThat(second.length).isGreaterThan(30);

        HttpResponse<String> answer = post(join(gzip("{\"a\":1}\n"), Arrays.copyOf(second, bytes)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("body", "complete gzip data");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void refusesAnythingElseAfterAMember() throws IOException {
        byte[] member = gzip("{\"a\":1}\n");
        byte[] wrongChecksum = member.clone();
        wrongChecksum[member.length - 5] ^= 1;

        for (byte[] body :
                new byte[][] {
                    join(member, "x".getBytes()),
                    join(member, new byte[40]),
                    join(member, "{\"a\":2}\n{\"a\":3}\n{\"a\":4}\n".getBytes()),
                    join(member, wrongChecksum),
                    join(member, new byte[] {0x1f}),
                    Arrays.copyOf(member, member.length - 1),
                    new byte[0],
                }) {
            assertThat(post(body).statusCode()).isEqualTo(400);
        }
        assertThat(broker.payloads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8\r\n{\"a\":1}\n\r\n",
                "8\r\n{\"a\":1}\n\r\n8\r\n{\"a\"",
                "8\r\n{\"a\":1}\n",
                "8\r\n{\"a\":1}\n\r\n0\r\n",
                "8\r\n{\"a\":1}\n\r\n0",
                "8\r\n{\"a\":1}\n\r\nxyz\r\n{}\r\n0\r\n\r\n",
                "8\r\n{\"a\":1}\n\r\n-1\r\n{}\r\n0\r\n\r\n",
                "8\r\n{\"a\":1}\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "",
            })
    void publishesNothingOfChunksThatBreakOff(String chunks) throws IOException {
        assertThat(raw.send(CHUNKED, chunks)).doesNotContain(" 202 ", "Exception", "java.");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void publishesNothingOfABodyThatIsShorterThanItsLength() throws IOException {
        String answer = raw.send(RawRequests.HEAD + "Content-Length: 30\r\n", "{\"a\":1}\n{\"a\"");

        assertThat(answer).doesNotContain(" 202 ");
        assertThat(broker.payloads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 8\r\nContent-Length: 16\r\n",
                "Content-Length: abc\r\n",
                "Content-Length: -8\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Transfer-Encoding: chunked\r\nContent-Encoding: gzip, gzip\r\n",
                "Content-Length: 8\r\nContent-Encoding: gzip\r\nContent-Encoding: identity\r\n",
            })
    void refusesContradictingHeadersInItsOwnWords(String headers) throws IOException {
        String answer = raw.send(RawRequests.HEAD + headers, "{\"a\":1}\n{\"a\":2}\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("\"field\"", "\"expected\"")
                .doesNotContain("Exception", "java.");
        assertThat(broker.payloads()).isEmpty();
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        String one = RawRequests.HEAD + "Content-Length: 3\r\n\r\n{}\n";
        String last = RawRequests.HEAD + "Connection: close\r\nContent-Length: 6\r\n";

        String answers = raw.send(one + one + last, "{}\n{}\n");

        assertThat(answers.split("\"accepted\":")).hasSize(4);
        assertThat(answers).endsWith("{\"accepted\":2}");
        assertThat(broker.payloads()).hasSize(4);
    }

    private HttpResponse<String> post(byte[] gzip) {
        return sender.send(
                sender.readings("application/x-ndjson", gzip).header("Content-Encoding", "gzip"));
    }

    private static byte[] gzip(String text) throws IOException {
        return HttpSender.gzip(HttpSender.bytes(text));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
