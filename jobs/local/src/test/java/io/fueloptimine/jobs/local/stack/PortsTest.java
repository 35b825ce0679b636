package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesThePortsInUseAndTheOptionsThatChangeThem() throws IOException {
        List<Integer> free = freePorts();
        try (ServerSocket first = open();
                ServerSocket second = open()) {
            Ports ports =
                    new Ports(
                            free.get(0),
                            first.getLocalPort(),
                            free.get(1),
                            free.get(2),
                            second.getLocalPort());

            assertThat(Ports.faultsIn(ports.uses()))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("--mqtt-port"))
                    .anyMatch(line -> line.contains("--sql-port"));
            assertThatThrownBy(() -> Ports.requireUsable(ports.uses()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("port " + first.getLocalPort())
                    .hasMessageContaining("port " + second.getLocalPort());
        }
    }

    @Test
    void namesThePortsGivenTwiceAndOutOfRange() throws IOException {
        int free = freePorts().get(0);

        assertThat(Ports.faultsIn(new Ports(free, 65_536, free, 0, free).uses()))
                .containsExactly(
                        "Invalid value for option '--mqtt-port': 65536, expected 1 to 65535",
                        "Invalid value for option '--kafka-controller-port': 0, expected 1 to"
                                + " 65535",
                        "port "
                                + free
                                + " is given to Flink's web UI and Kafka and the SQL server,"
                                + " expected different ports; choose another with --web-port or"
                                + " --kafka-port or --sql-port");
    }

    @Test
    void namesAPortThatIsGivenTwiceAndInUse() throws IOException {
        List<Integer> free = freePorts();
        try (ServerSocket taken = open()) {
            int port = taken.getLocalPort();
            assertThat(
                            Ports.faultsIn(
                                    new Ports(port, port, free.get(0), free.get(1), free.get(2))
                                            .uses()))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("is given to"))
                    .anyMatch(line -> line.contains("is in use"));
        }
    }

    @Test
    void acceptsFreePorts() throws IOException {
        List<Integer> free = freePorts();
        Ports ports = new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
        assertThatCode(() -> Ports.requireUsable(ports.uses())).doesNotThrowAnyException();
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sockets.add(open());
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
