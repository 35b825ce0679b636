package io.fueloptimine.connectors.mqtt.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5Disconnect;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionFaultsTest {

    @Test
    void treatsASlowConnectAnswerAsTemporary() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Mqtt5AsyncClient client =
                    MqttClient.builder()
                            .useMqttVersion5()
                            .transportConfig()
                            .serverAddress(
                                    new InetSocketAddress(
                                            InetAddress.getLoopbackAddress(),
                                            silent.getLocalPort()))
                            .mqttConnectTimeout(100, TimeUnit.MILLISECONDS)
                            .applyTransportConfig()
                            .buildAsync();

            Throwable failure =
                    catchThrowable(() -> client.connect().get(30, TimeUnit.SECONDS)).getCause();

            assertThat(failure).isInstanceOf(Mqtt5DisconnectException.class);
            ConnectionFault fault = ConnectionFaults.of(failure);
            assertThat(fault.fatal()).isFalse();
            assertThat(fault.reason()).contains("CONNACK");
        }
    }

    @Test
    void treatsProtocolErrorsAndTakeoversAsFatal() {
        assertThat(toldByTheBroker(Mqtt5DisconnectReasonCode.PROTOCOL_ERROR).fatal()).isTrue();
        assertThat(toldByTheBroker(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER).fatal()).isTrue();
        assertThat(toldByTheBroker(Mqtt5DisconnectReasonCode.SERVER_BUSY).fatal()).isFalse();
    }

    private static ConnectionFault toldByTheBroker(Mqtt5DisconnectReasonCode code) {
        return ConnectionFaults.of(
                new Mqtt5DisconnectException(
                        Mqtt5Disconnect.builder().reasonCode(code).build(),
                        "Server sent DISCONNECT."));
    }
}
