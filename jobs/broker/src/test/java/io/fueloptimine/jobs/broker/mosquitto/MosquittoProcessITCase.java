package io.fueloptimine.jobs.broker.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the installed Mosquitto keeps over a clean stop and over a kill. */
@Timeout(60)
class MosquittoProcessITCase {

    private static final long SESSION_EXPIRY_S = 3_600;

    @TempDir Path data;

    private MosquittoProgram program;

    @BeforeEach
    void findProgram() {
        Assumptions.assumeTrue(MosquittoProgram.find().isPresent(), "mosquitto is not installed");
        program = MosquittoProgram.find().get();
    }

    @Test
    void keepsAcknowledgedMessagesOverACleanStop() throws Exception {
        int port;
        try (MosquittoProcess first = start(0)) {
            port = first.port();
            queueOneMessage(port);
        }
        try (MosquittoProcess second = start(port)) {
            assertThat(isDelivered(second.port())).isTrue();
        }
    }

    @Test
    void keepsWhatWasSavedBeforeAKill() throws Exception {
        MosquittoProcess first = start(0);
        queueOneMessage(first.port());
        first.save();
        first.kill();
        assertThat(first.isAlive()).isFalse();
        try (MosquittoProcess second = start(first.port())) {
            assertThat(isDelivered(second.port())).isTrue();
        }
    }

    /** The reason why BROKERS.md asks for a clean stop: Mosquitto saves on a timer only. */
    @Test
    void losesWhatWasAcknowledgedSinceTheLastSaveWhenItIsKilled() throws Exception {
        MosquittoProcess first = start(0);
        queueOneMessage(first.port());
        first.kill();
        try (MosquittoProcess second = start(first.port())) {
            assertThat(isDelivered(second.port())).isFalse();
        }
    }

    @Test
    void reportsAFailedStartWithThePlaceOfTheLog() {
        assertThatThrownBy(
                        () ->
                                MosquittoProcess.start(
                                        program.file(),
                                        0,
                                        data,
                                        new MosquittoSettings(List.of("no_such_option 1"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mosquitto.log");
    }

    @Test
    void knowsItsVersion() throws Exception {
        assertThat(program.version()).matches("\\d+\\.\\d+.*");
    }

    private MosquittoProcess start(int port) throws IOException {
        return MosquittoProcess.start(program.file(), port, data, MosquittoSettings.of(50));
    }

    private static void queueOneMessage(int port) {
        Mqtt5BlockingClient reader = client(port, "reader");
        reader.connectWith().cleanStart(false).sessionExpiryInterval(SESSION_EXPIRY_S).send();
        reader.subscribeWith().topicFilter("pit/#").qos(MqttQos.AT_LEAST_ONCE).send();
        reader.disconnect();
        Mqtt5BlockingClient machine = client(port, "machine");
        machine.connect();
        machine.publishWith()
                .topic("pit/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload("reading".getBytes(StandardCharsets.UTF_8))
                .send();
        machine.disconnect();
    }

    private static boolean isDelivered(int port) throws InterruptedException {
        Mqtt5BlockingClient reader = client(port, "reader");
        try (Mqtt5BlockingClient.Mqtt5Publishes publishes =
                reader.publishes(MqttGlobalPublishFilter.ALL)) {
            boolean resumed =
                    reader.connectWith()
                            .cleanStart(false)
                            .sessionExpiryInterval(SESSION_EXPIRY_S)
                            .send()
                            .isSessionPresent();
            return resumed && publishes.receive(10, TimeUnit.SECONDS).isPresent();
        }
    }

    private static Mqtt5BlockingClient client(int port, String id) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
    }
}
