package io.fueloptimine.jobs.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FlakyLinkTest {

    private static final int END = -1;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;
    private FlakyLink link;

    @BeforeEach
    void start() throws IOException {
        echo = echoOn(0);
        link = new FlakyLink(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void relaysBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(answerTo(client, 7)).isEqualTo(7);
            assertThat(answerTo(client, 8)).isEqualTo(8);
        }
        assertThat(link.acceptedConnections()).isEqualTo(1);
    }

    @Test
    void cutsWhatIsConnectedAndLetsTheNextThrough() throws IOException {
        try (Socket first = connect();
                Socket second = connect()) {
            answerTo(first, 1);
            answerTo(second, 1);

            link.cutAll();

            assertThat(answerTo(first, 2)).isEqualTo(END);
            assertThat(answerTo(second, 2)).isEqualTo(END);
        }
        try (Socket third = connect()) {
            assertThat(answerTo(third, 3)).isEqualTo(3);
        }
    }

    @Test
    void letsNothingThroughWhileItIsBlocked() throws IOException {
        try (Socket before = connect()) {
            answerTo(before, 1);
            link.block();
            assertThat(answerTo(before, 2)).isEqualTo(END);
        }
        try (Socket meanwhile = connect()) {
            assertThat(answerTo(meanwhile, 3)).isEqualTo(END);
        }
        link.unblock();
        try (Socket after = connect()) {
            assertThat(answerTo(after, 4)).isEqualTo(4);
        }
    }

    @Test
    void outlivesItsTarget() throws IOException {
        int port = echo.getLocalPort();
        echo.close();
        try (Socket meanwhile = connect()) {
            assertThat(answerTo(meanwhile, 1)).isEqualTo(END);
        }
        echo = echoOn(port);
        try (Socket after = connect()) {
            assertThat(answerTo(after, 2)).isEqualTo(2);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    /** The byte that comes back, or the end, in whichever form the system reports a cut. */
    private static int answerTo(Socket client, int value) {
        try {
            client.getOutputStream().write(value);
            return client.getInputStream().read();
        } catch (IOException e) {
            return END;
        }
    }

    private ServerSocket echoOn(int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> serve(server));
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
            // cut
        }
    }
}
