package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.MqttSourceSettings;
import io.fueloptimine.connectors.mqtt.connection.ConnectionFault;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.connectors.mqtt.reader.HiveMqSessionConnector;
import io.fueloptimine.connectors.mqtt.reader.SessionConnector;
import io.fueloptimine.connectors.mqtt.split.MqttSessionSplit;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.broker.BrokerTls;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLS connections of the source to a broker that requires client certificates. The broker's
 * certificate is valid for localhost only.
 */
@Timeout(120)
class MqttTlsITCase {

    private static final String CONNECTED = "connected";

    @TempDir static Path folder;

    private static Certificates mine;
    private static Certificates otherAuthority;
    private static Path ingest;
    private static Path unknownClient;
    private static BrokerProcess broker;

    @BeforeAll
    static void startBroker() throws IOException {
        mine = new Certificates(folder.resolve("mine"), "mine");
        otherAuthority = new Certificates(folder.resolve("other-authority"), "other-authority");
        ingest = mine.sign("ingest", "dns:ingest");
        unknownClient = otherAuthority.sign("unknown-client", "dns:ingest");
        BrokerTls tls =
                new BrokerTls(
                        "127.0.0.1",
                        0,
                        new BrokerTls.Store(
                                mine.sign("broker", "dns:localhost"), mine.passwordFile()),
                        BrokerTls.ClientCertificate.REQUIRED,
                        Optional.of(new BrokerTls.Store(mine.trustStore(), mine.passwordFile())));
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
    void connectsWhenBothSidesTrustEachOther() throws Exception {
        Configuration options = trusting(mine.trustStore());
        options.set(
                MqttConnectionOptions.TLS_TRUST_STORE_PASSWORD_FILE,
                mine.passwordFile().toString());

        assertThat(outcome("localhost", with(options, ingest))).isEqualTo(CONNECTED);
    }

    @Test
    void acceptsTheAuthorityInPemFormat() throws Exception {
        assertThat(outcome("localhost", with(trusting(mine.pem()), ingest))).isEqualTo(CONNECTED);
    }

    @Test
    void failsForABrokerSignedByAnUnknownAuthority() throws Exception {
        assertThat(outcome("localhost", with(trusting(otherAuthority.pem()), ingest)))
                .startsWith("fatal: the broker's certificate is not trusted");
    }

    @Test
    void failsForABrokerOfAnotherNameUnlessVerificationIsOff() throws Exception {
        Configuration options = with(trusting(mine.pem()), ingest);
        assertThat(outcome("127.0.0.1", options))
                .startsWith("fatal: the broker's certificate is not trusted")
                .contains("127.0.0.1");

        options.set(MqttConnectionOptions.TLS_VERIFY_HOSTNAME, false);

        assertThat(outcome("127.0.0.1", options)).isEqualTo(CONNECTED);
    }

    @Test
    void failsWithoutAClientCertificateOfTheAuthority() throws Exception {
        assertThat(outcome("localhost", trusting(mine.pem())))
                .startsWith("fatal: the broker refused the TLS handshake")
                .contains("mqtt.tls.key-store");

        Configuration options = with(trusting(mine.pem()), unknownClient);
        options.set(
                MqttConnectionOptions.TLS_KEY_STORE_PASSWORD_FILE,
                otherAuthority.passwordFile().toString());

        assertThat(outcome("localhost", options))
                .startsWith("fatal: the broker refused the TLS handshake");
    }

    @Test
    void usesARenewedCertificateAtTheNextConnect() throws Exception {
        Path store = folder.resolve("renewed.p12");
        Files.copy(otherAuthority.trustStore(), store);
        MqttSourceSettings settings = settings("localhost", with(trusting(mine.pem()), store));
        assertThat(outcome(settings)).startsWith("fatal: mqtt.tls.key-store");

        Files.copy(ingest, store, StandardCopyOption.REPLACE_EXISTING);

        assertThat(outcome(settings)).isEqualTo(CONNECTED);
    }

    private static Configuration trusting(Path authority) {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.TLS_ENABLED, true);
        options.set(MqttConnectionOptions.TLS_TRUST_STORE, authority.toString());
        return options;
    }

    private static Configuration with(Configuration options, Path keyStore) {
        options.set(MqttConnectionOptions.TLS_KEY_STORE, keyStore.toString());
        options.set(
                MqttConnectionOptions.TLS_KEY_STORE_PASSWORD_FILE, mine.passwordFile().toString());
        return options;
    }

    private static MqttSourceSettings settings(String host, Configuration options) {
        Configuration job = new Configuration();
        job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        return MqttSource.builder()
                .options(options)
                .broker(host, broker.tlsPort())
                .group("tls")
                .topicFilters(List.of("mine/v1/#"))
                .build(job)
                .settings();
    }

    private static String outcome(String host, Configuration options) throws Exception {
        return outcome(settings(host, options));
    }

    private static String outcome(MqttSourceSettings settings) throws Exception {
        Outcome outcome = new Outcome(new CompletableFuture<>());
        var connection =
                new HiveMqSessionConnector(settings)
                        .connect(new MqttSessionSplit("tls", 0), outcome);
        try {
            return outcome.text.get(30, TimeUnit.SECONDS);
        } finally {
            connection.close().get(30, TimeUnit.SECONDS);
        }
    }

    /** The result of a connection attempt. */
    private record Outcome(CompletableFuture<String> text) implements SessionConnector.Listener {

        @Override
        public void up(boolean resumed) {
            text.complete(CONNECTED);
        }

        @Override
        public void received(RawMessage message, Runnable acknowledgement) {}

        @Override
        public void lost(ConnectionFault fault) {
            text.complete((fault.fatal() ? "fatal: " : "retried: ") + fault.reason());
        }
    }
}
