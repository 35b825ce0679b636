package io.fueloptimine.jobs.broker.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped access rights at a real Mosquitto, which here believes every user name. */
@Timeout(60)
class AccessRightsITCase {

    private static final Path RIGHTS = Path.of("../../deploy/brokers/mosquitto.acl");

    @TempDir private static Path data;

    private static MosquittoProcess broker;

    @BeforeAll
    static void start() throws Exception {
        Optional<MosquittoProgram> program = MosquittoProgram.find();
        Assumptions.assumeTrue(program.isPresent(), "mosquitto is not installed");
        broker =
                MosquittoProcess.start(
                        program.get().file(),
                        0,
                        data,
                        MosquittoSettings.of(100)
                                .withAccessControl(RIGHTS.toAbsolutePath().normalize()));
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "T-01, mine/v1/haultruck/T-01/telemetry",
        "T-01, mine/v1/haultruck/T-01/state",
        "T-01, mine/v1/haultruck/T-01/note",
        "T-01, mine/v1/haultruck/T-01/reply",
        "S-1, mine/v1/shovel/S-1/state",
        "BAY-1, mine/v1/fuelbay/BAY-1/refuel",
        "fms, mine/v1/haultruck/T-01/cycle",
        "fms, mine/v1/fuelbay/fms/refuel",
        "gateway, mine/v1/aux/G-1/note",
        "cabs, mine/v1/dispatch/T-01/assignment",
        "replay, mine/replay/v1/haultruck/T-01/telemetry",
        "EDGE-1, spBv1.0/mine/NBIRTH/EDGE-1",
        "EDGE-1, spBv1.0/mine/DDATA/EDGE-1/T-01",
        "ingest, spBv1.0/mine/NCMD/EDGE-1"
    })
    void allow(String user, String topic) {
        assertThat(mayPublish(user, topic)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "T-01, mine/v1/haultruck/T-02/telemetry",
        "T-01, mine/v1/haultruck/T-02/reply",
        "T-01, mine/v1/haultruck/T-01/refuel",
        "T-01, mine/v1/haultruck/T-01/cycle",
        "T-01, mine/v1/fuelbay/T-01/refuel",
        "T-01, mine/v1/fuelbay/BAY-1/refuel",
        "T-01, mine/replay/v1/haultruck/T-01/telemetry",
        "T-01, mine/v1/dispatch/T-01/assignment",
        "BAY-1, mine/v1/fuelbay/BAY-2/refuel",
        "BAY-1, mine/replay/v1/fuelbay/BAY-1/refuel",
        "gateway, mine/replay/v1/haultruck/T-01/telemetry",
        "cabs, mine/v1/haultruck/T-01/reply",
        "replay, mine/v1/haultruck/T-01/telemetry",
        "+, mine/v1/haultruck/T-01/telemetry",
        "EDGE-1, spBv1.0/mine/NBIRTH/EDGE-2",
        "EDGE-1, spBv1.0/mine/DDATA/EDGE-1/T-02",
        "EDGE-1, spBv1.0/mine/DDATA/EDGE-2/T-01",
        "EDGE-1, spBv1.0/mine/NCMD/EDGE-2",
        "T-01, spBv1.0/mine/NBIRTH/T-01",
        "T-01, spBv1.0/mine/DBIRTH/T-01/T-02",
        "+, spBv1.0/mine/DDATA/EDGE-1/T-01",
        "gateway, spBv1.0/mine/DDATA/EDGE-1/T-01",
        "ingest, spBv1.0/mine/NDATA/EDGE-1"
    })
    void refuse(String user, String topic) {
        assertThat(mayPublish(user, topic)).isFalse();
    }

    @Test
    void ingestReadsMachinesAndReplays() throws Exception {
        for (String topic :
                new String[] {
                    "mine/v1/haultruck/T-01/telemetry", "mine/replay/v1/haultruck/T-01/telemetry"
                }) {
            String sender = topic.startsWith("mine/replay") ? "replay" : "T-01";
            Mqtt5BlockingClient ingest = client("ingest");
            try (var messages = ingest.publishes(MqttGlobalPublishFilter.ALL)) {
                ingest.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();

                assertThat(mayPublish(sender, topic)).isTrue();

                Optional<Mqtt5Publish> message = messages.receive(10, TimeUnit.SECONDS);
                assertThat(message).map(publish -> publish.getTopic().toString()).contains(topic);
            } finally {
                ingest.disconnect();
            }
        }
    }

    private static boolean mayPublish(String user, String topic) {
        Mqtt5BlockingClient client = client(user);
        try {
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(new byte[1])
                    .send();
            return true;
        } catch (Mqtt5PubAckException e) {
            assertThat(e.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
            return false;
        } finally {
            // Mosquitto may have closed the connection after its refusal.
            client.toAsync().disconnect().exceptionally(closed -> null).join();
        }
    }

    private static Mqtt5BlockingClient client(String user) {
        Mqtt5BlockingClient client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .serverHost("127.0.0.1")
                        .serverPort(broker.port())
                        .simpleAuth()
                        .username(user)
                        .password("unchecked".getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .buildBlocking();
        client.connect();
        return client;
    }
}
