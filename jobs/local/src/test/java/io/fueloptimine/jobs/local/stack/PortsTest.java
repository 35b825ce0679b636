package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesThePortsInUseAndTheOptionsThatChangeThem() throws IOException {
        try (ServerSocket first = open();
                ServerSocket second = open()) {
            int free = freePort();
            Ports ports = new Ports(free, first.getLocalPort(), free, free, second.getLocalPort());

            assertThat(ports.taken())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("--mqtt-port"))
                    .anyMatch(line -> line.contains("--sql-port"));
            assertThatThrownBy(() -> Ports.requireFree(ports.taken()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("port " + first.getLocalPort())
                    .hasMessageContaining("port " + second.getLocalPort());
        }
    }

    @Test
    void acceptsFreePorts() {
        assertThatCode(() -> Ports.requireFree(List.of())).doesNotThrowAnyException();
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = open()) {
            return socket.getLocalPort();
        }
    }
}
