package io.fueloptimine.jobs.simulator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.broker.BrokerTls;
import io.fueloptimine.jobs.simulator.assignment.AssignmentCounts;
import io.fueloptimine.jobs.simulator.assignment.AssignmentSubscriber;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.dispatch.AssignmentMessage;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulator's connections to a broker with TLS. */
@Timeout(120)
class TlsPublishingITCase {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir static Path folder;

    private static ServerCertificate certificate;
    private static BrokerProcess broker;

    @BeforeAll
    static void startBroker() throws IOException {
        certificate = ServerCertificate.create(folder.resolve("certificate"));
        BrokerTls tls =
                new BrokerTls(
                        "127.0.0.1",
                        0,
                        new BrokerTls.Store(certificate.keyStore(), certificate.passwordFile()),
                        BrokerTls.ClientCertificate.NONE,
                        Optional.empty());
        broker =
                BrokerProcess.start(
                        BrokerProcess.classpathIn(Path.of("..", "broker", "target")),
                        0,
                        folder.resolve("broker"),
                        BrokerSettings.DEFAULT.withHeapMib(256).withTls(tls));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void publishesOverTls() throws Exception {
        try (MqttMessagePublisher publisher =
                MqttMessagePublisher.connect(settings(certificate.pem()))) {
            for (int i = 0; i < 3_000; i++) {
                publisher.publish(
                        new OutboundMessage("T" + i % 7, "andes/v1/test/" + i, new byte[] {1}));
            }

            assertThat(publisher.awaitAnswers(LIMIT)).isTrue();
            assertThat(publisher.counts()).isEqualTo(new PublishCounts(3_000, 0, 0, 0, 3_000));
        }
    }

    @Test
    void receivesAssignmentsOverTls() throws Exception {
        PublishSettings settings = settings(certificate.pem());
        BlockingQueue<AssignmentMessage> received = new LinkedBlockingQueue<>();
        try (MqttPublisher dispatch =
                        MqttPublisher.open(
                                MqttPublisherSettings.of(settings.connection(), "dispatch"));
                AssignmentSubscriber subscriber =
                        AssignmentSubscriber.of(settings, "andes", received::add)) {
            dispatch.publish(
                            new OutgoingMessage(
                                    Topics.assignments("andes").replace("+", "T1"),
                                    assignment(),
                                    true,
                                    null))
                    .get(30, TimeUnit.SECONDS);
            subscriber.start();

            AssignmentMessage message = received.poll(30, TimeUnit.SECONDS);
            assertThat(message.equipmentId()).isEqualTo("T1");
            assertThat(subscriber.counts()).isEqualTo(new AssignmentCounts(1, 0));
        }
    }

    @Test
    void refusesABrokerWithAnUntrustedCertificate() throws Exception {
        ServerCertificate other = ServerCertificate.create(folder.resolve("other"));

        assertThatThrownBy(() -> MqttMessagePublisher.connect(settings(other.pem())))
                .isInstanceOf(BrokerUnreachableException.class)
                .hasMessageContaining("localhost:" + broker.tlsPort())
                .hasMessageContaining("certificate is not trusted");
    }

    private static PublishSettings settings(Path trusted) {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.HOST, "localhost");
        options.set(MqttConnectionOptions.PORT, broker.tlsPort());
        options.set(MqttConnectionOptions.TLS_ENABLED, true);
        options.set(MqttConnectionOptions.TLS_TRUST_STORE, trusted.toString());
        return PublishSettings.of(MqttConnectionSettings.from(options));
    }

    private static byte[] assignment() {
        Instant issuedAt = Instant.parse("2026-01-05T08:00:00Z");
        AssignmentMessage.Request request =
                new AssignmentMessage.Request(
                        "A1", "Load", "F1", "S1", List.of("R1"), "PLAN", 1.5, issuedAt, null);
        return MineJson.toBytes(
                new AssignmentMessage(
                        "Open-Autonomy", 1, issuedAt, "andes", "T1", List.of(request)));
    }
}
