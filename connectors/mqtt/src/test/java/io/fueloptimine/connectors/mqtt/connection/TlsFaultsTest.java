package io.fueloptimine.connectors.mqtt.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.AcknowledgementMode;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.reader.HiveMqSessionConnector;
import io.fueloptimine.connectors.mqtt.reader.SessionConnector;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connects to a socket whose answer to the handshake the test defines. */
@Timeout(30)
class TlsFaultsTest {

    @Test
    void treatsAnInterruptedHandshakeAsTemporary() throws Exception {
        ConnectionFault fault = faultAgainst("");

        assertThat(fault.fatal()).isFalse();
    }

    @Test
    void treatsAPortWithoutTlsAsFatal() throws Exception {
        ConnectionFault fault = faultAgainst("I am no broker, and this is no handshake\r\n");

        assertThat(fault.fatal()).isTrue();
        assertThat(fault.reason()).isEqualTo("the broker's port does not use TLS");
    }

    @Test
    void treatsCertificateAlertsButNotTransmissionAlertsAsFatal() {
        assertThat(
                        TlsFaults.fatalFault(
                                new SSLHandshakeException("Received fatal alert: unknown_ca")))
                .get()
                .asString()
                .contains("unknown_ca", "mqtt.tls.key-store");
        assertThat(TlsFaults.fatalFault(new SSLException("Received fatal alert: internal_error")))
                .isEmpty();
    }

    private static ConnectionFault faultAgainst(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered =
                    CompletableFuture.runAsync(() -> answerOne(server, answer));
            CompletableFuture<ConnectionFault> lost = new CompletableFuture<>();
            new HiveMqSessionConnector(source(server.getLocalPort()).settings())
                    .connect(new MqttSessionSplit("ingest", 0), new Lost(lost));
            ConnectionFault fault = lost.get(20, TimeUnit.SECONDS);
            answered.join();
            return fault;
        }
    }

    private static void answerOne(ServerSocket server, String answer) {
        try (Socket client = server.accept()) {
            assertThat(client.getInputStream().read()).isNotNegative();
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MqttSource source(int port) {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.TLS_ENABLED, true);
        return MqttSource.builder()
                .options(options)
                .broker("127.0.0.1", port)
                .group("ingest")
                .topicFilters(List.of("mine/v1/#"))
                .acknowledge(AcknowledgementMode.ON_RECEIPT)
                .build(new Configuration());
    }

    /** Waits until a connection is lost. */
    private record Lost(CompletableFuture<ConnectionFault> fault)
            implements SessionConnector.Listener {

        @Override
        public void up(boolean resumed) {
            fault.completeExceptionally(new AssertionError("connected to no broker"));
        }

        @Override
        public void received(RawMessage message, Runnable acknowledgement) {}

        @Override
        public void lost(ConnectionFault why) {
            fault.complete(why);
        }
    }
}
