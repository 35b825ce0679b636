package io.fueloptimine.jobs.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptibleTcpLinkTest {

    private static final int END = -1;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;
    private Future<?> serving;
    private InterruptibleTcpLink link;

    @BeforeEach
    void start() throws IOException {
        echo = echoOn(0);
        link = new InterruptibleTcpLink(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void relaysInBothDirections() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, 7)).isEqualTo(7);
            assertThat(echoOf(client, 8)).isEqualTo(8);
        }
        assertThat(link.acceptedConnections()).isEqualTo(1);
    }

    @Test
    void closesCurrentConnectionsAndRelaysNewOnes() throws IOException {
        try (Socket first = connect();
                Socket second = connect()) {
            echoOf(first, 1);
            echoOf(second, 1);

            link.closeConnections();

            assertThat(echoOf(first, 2)).isEqualTo(END);
            assertThat(echoOf(second, 2)).isEqualTo(END);
        }
        try (Socket third = connect()) {
            assertThat(echoOf(third, 3)).isEqualTo(3);
        }
    }

    @Test
    void relaysNothingWhileBlocked() throws IOException {
        try (Socket before = connect()) {
            echoOf(before, 1);
            link.block();
            assertThat(echoOf(before, 2)).isEqualTo(END);
        }
        try (Socket meanwhile = connect()) {
            assertThat(echoOf(meanwhile, 3)).isEqualTo(END);
        }
        link.unblock();
        try (Socket after = connect()) {
            assertThat(echoOf(after, 4)).isEqualTo(4);
        }
    }

    @Test
    void relaysAgainAfterTheTargetWasRestarted() throws Exception {
        int port = echo.getLocalPort();
        echo.close();
        // Until then the system may still accept a connection.
        serving.get(30, TimeUnit.SECONDS);
        try (Socket meanwhile = connect()) {
            assertThat(echoOf(meanwhile, 1)).isEqualTo(END);
        }
        echo = echoOn(port);
        try (Socket after = connect()) {
            assertThat(echoOf(after, 2)).isEqualTo(2);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    /** The byte that is echoed, or {@link #END}: a cut is an end of stream or an exception. */
    private static int echoOf(Socket client, int value) {
        try {
            client.getOutputStream().write(value);
            return client.getInputStream().read();
        } catch (IOException e) {
            return END;
        }
    }

    private ServerSocket echoOn(int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        serving = threads.submit(() -> serve(server));
        return server;
    }

    private void serve(ServerSocket server) {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> echo(client));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // the connection was cut
        }
    }
}
