package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where Flink's REST interface answers: its own host and pages, not others. */
class RestOriginITCase {

    @TempDir static Path folder;

    private static VictimCluster victim;
    private static int port;

    @BeforeAll
    static void startCluster() throws Exception {
        victim = VictimCluster.start(folder);
        port = victim.port();
    }

    @AfterAll
    static void stopCluster() {
        victim.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:PORT",
                "Host: 127.0.0.1.evil.example:PORT",
                "Host: localhost.evil.example",
                "Host: evil.example#127.0.0.1",
                "Host: a@127.0.0.1",
                "Host: 127.0.0.1:PORT:PORT",
                "Host: 192.0.2.1",
                "Host: 0.0.0.0",
                "Host: ",
                "X-Forwarded-Host: 127.0.0.1",
                "Host: 127.0.0.1\r\nHost: evil.example",
                "Host: evil.example\r\nHost: 127.0.0.1"
            })
    void aForeignOrMissingHostIsRefused(String header) throws IOException {
        for (String method : List.of("GET", "HEAD")) {
            String answer =
                    RestConnection.send(
                            port, line(method, "/overview"), header.replace("PORT", "" + port), "");

            // HTTP itself forbids several hosts.
            assertThat(RestConnection.status(answer)).as(answer).isIn(400, 403);
            assertThat(answer).doesNotContain("slots-total");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://evil.example:PORT",
                "null",
                "file://",
                "http://127.0.0.1:1",
                "http://localhost:PORT",
                "http://127.0.0.1:PORT.evil.example",
                "ftp://127.0.0.1:PORT",
                "http://127.0.0.1:PORT/",
                "http://127.0.0.1:PORT\r\nOrigin: null"
            })
    void aForeignOriginIsRefused(String origin) throws IOException {
        String header = "Origin: " + origin.replace("PORT", "" + port);

        String answer = RestConnection.send(port, line("GET", "/overview"), host(), header, "");

        assertThat(RestConnection.status(answer)).as(answer).isEqualTo(403);
        assertThat(answer).contains("Origin").doesNotContain("Access-Control-Allow", "slots-total");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:PORT", "127.0.0.1", "[::1]:PORT", "127.0.0.1:1"})
    void thisMachineIsAnAllowedHost(String host) throws IOException {
        String header = "Host: " + host.replace("PORT", "" + port);

        String answer = RestConnection.send(port, line("GET", "/overview"), header, "");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("slots-total");
    }

    @Test
    void theWebUiItselfIsAnAllowedOrigin() throws IOException {
        String origin = "Origin: http://127.0.0.1:" + port;

        assertThat(RestConnection.send(port, line("GET", "/overview"), host(), origin, ""))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void theInterfaceIsNotReachedFromTheNetwork() throws IOException {
        for (NetworkInterface network :
                NetworkInterface.networkInterfaces().filter(RestOriginITCase::isOther).toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                assertThat(catchThrowable(() -> new Socket(address, port).close()))
                        .as(address.toString())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static boolean isOther(NetworkInterface network) {
        try {
            return !network.isLoopback();
        } catch (IOException e) {
            return false;
        }
    }

    private static String line(String method, String target) {
        return method + " " + target + " HTTP/1.1";
    }

    private static String host() {
        return "Host: 127.0.0.1:" + port;
    }
}
