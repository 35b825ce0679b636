package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients without a token, and web pages of other hosts, neither send nor keep others out. */
class UnauthorisedClientsTest {

    /** More connections than one address may have. */
    private static final int SILENT = 48;

    private static final int PER_ADDRESS = 16;
    private static final int READ_LIMIT_MS = 10_000;

    /** Longer than the test: no connection is closed because of its age. */
    private static final Duration REQUEST_LIMIT = Duration.ofMinutes(10);

    private final ScriptedPublisher broker = new ScriptedPublisher();
    private final List<Socket> silent = new ArrayList<>();

    private Gateway gateway;

    @TempDir Path folder;

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : silent) {
            socket.close();
        }
        gateway.close();
    }

    @Test
    void connectionsOfOneByteKeepNobodyOut() throws Exception {
        gateway =
                Gateway.start(
                        TestSettings.standard(),
                        broker,
                        new ConnectionLimits(512, PER_ADDRESS, REQUEST_LIMIT));
        for (int i = 0; i < SILENT; i++) {
            connect("P");
        }

        assertThat(new HttpSender(gateway.port()).post("{}").statusCode()).isEqualTo(202);
    }

    @Test
    void unfinishedBodiesWithoutATokenAreAnsweredAtOnce() throws Exception {
        Path tokens = Files.writeString(folder.resolve("tokens"), "a-token-of-some-length\n");
        gateway =
                Gateway.start(
                        TestSettings.withTokens(tokens),
                        broker,
                        new ConnectionLimits(512, 512, REQUEST_LIMIT));
        for (int i = 0; i < SILENT; i++) {
            connect(RawRequests.HEAD + "Content-Length: 100000\r\n\r\n{");
        }

        for (Socket socket : silent) {
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
        assertThat(broker.payloads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\r\n",
                "Host: 127.0.0.1.evil.example\r\n",
                "Host: localhost:80:80\r\n",
                "",
                "Host: localhost\r\nHost: localhost\r\n",
                "Host: localhost\r\nOrigin: http://evil.example\r\n",
                "Host: localhost\r\nOrigin: null\r\n",
                "Host: localhost\r\nOrigin: http://localhost.evil.example\r\n"
            })
    void aPageOfAnotherHostIsRefusedWithoutTokens(String headers) throws Exception {
        gateway = Gateway.start(TestSettings.standard(), broker);

        assertThat(post(headers)).startsWith("HTTP/1.1 403").contains("localhost, 127.0.0.1");
        assertThat(broker.payloads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\n",
                "Host: LOCALHOST:8090\r\n",
                "Host: [::1]:8090\r\n",
                "Host: 127.0.0.1\r\nOrigin: http://127.0.0.1:8090\r\n"
            })
    void thisMachineIsAcceptedWithoutTokens(String headers) throws Exception {
        gateway = Gateway.start(TestSettings.standard(), broker);

        assertThat(post(headers)).startsWith("HTTP/1.1 202");
        assertThat(broker.payloads()).containsExactly("{}");
    }

    private void connect(String sent) throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.port());
        silent.add(socket);
        socket.setSoTimeout(READ_LIMIT_MS);
        socket.getOutputStream().write(HttpSender.bytes(sent));
    }

    private String post(String headers) throws IOException {
        String request =
                "POST "
                        + HttpSender.PATH
                        + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";
        return new RawRequests(gateway.port()).send(request + headers, "{}");
    }
}
