package io.fueloptimine.connectors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.connectors.mqtt.metrics.MqttSourceMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class MqttSourceBuilderTest {

    private final Configuration job = new Configuration();

    MqttSourceBuilderTest() {
        job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    }

    @Test
    void buildsFromOptionsWithDefaultsForTheRest() {
        Configuration options = new Configuration();
        options.set(MqttSourceOptions.GROUP, "ingest");
        options.set(MqttSourceOptions.TOPIC_FILTERS, List.of("+/v1/haultruck/#", "+/v1/aux/#"));

        MqttSourceSettings settings = MqttSource.builder().options(options).build(job).settings();

        assertThat(settings.sharedFilters())
                .containsExactly("$share/ingest/+/v1/haultruck/#", "$share/ingest/+/v1/aux/#");
        assertThat(settings.sessions()).isEqualTo(4);
        assertThat(settings.receiveMaximum()).isEqualTo(65_535);
        assertThat(settings.window()).isEqualTo(65_535);
        assertThat(settings.sessionPrefix()).isEqualTo("ingest");
    }

    @Test
    void namesEveryFaultAtOnce() {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.PORT, 70_000);
        options.set(MqttSourceOptions.GROUP, "a/b");
        options.set(MqttSourceOptions.TOPIC_FILTERS, List.of("mine/v1/#", "mine/#/telemetry"));
        options.set(MqttSourceOptions.SESSIONS, 0);
        options.set(MqttSourceOptions.SESSION_PREFIX, "b #");
        options.set(MqttSourceOptions.RECEIVE_MAXIMUM, 65_536);
        options.set(MqttSourceOptions.INFLIGHT_WINDOW, 0);
        options.set(MqttConnectionOptions.KEEP_ALIVE, Duration.ofMillis(10));
        options.set(MqttSourceOptions.SESSION_EXPIRY, Duration.ZERO);
        options.set(MqttSourceOptions.INITIAL_BACKOFF, Duration.ofSeconds(2));
        options.set(MqttSourceOptions.MAX_BACKOFF, Duration.ofSeconds(1));
        options.set(MqttConnectionOptions.PASSWORD_FILE, "secret");
        options.set(MqttConnectionOptions.TLS_TRUST_STORE, "mine-ca.pem");
        options.set(MqttConnectionOptions.TLS_KEY_STORE_PASSWORD_FILE, "key-secret");
        options.set(MqttConnectionOptions.TLS_HANDSHAKE_TIMEOUT, Duration.ZERO);

        assertThatThrownBy(() -> MqttSource.builder().options(options).build(new Configuration()))
                .asInstanceOf(type(InvalidMqttSourceException.class))
                .satisfies(
                        e ->
                                assertThat(e.faults().stream().map(fault -> fault.split(" ")[0]))
                                        .containsExactlyInAnyOrder(
                                                "mqtt.port",
                                                "mqtt.group",
                                                "mqtt.topic-filters",
                                                "mqtt.sessions",
                                                "mqtt.session-prefix",
                                                "mqtt.receive-maximum",
                                                "mqtt.inflight-window",
                                                "mqtt.keep-alive",
                                                "mqtt.session-expiry",
                                                "mqtt.reconnect.max-backoff",
                                                "mqtt.password-file",
                                                "mqtt.tls.trust-store",
                                                "mqtt.tls.key-store-password-file",
                                                "mqtt.tls.handshake-timeout",
                                                "mqtt.acknowledge"));
    }

    @Test
    void needsNoCheckpointsWhenItAcknowledgesOnReceipt() {
        MqttSource source =
                MqttSource.builder()
                        .group("ingest")
                        .topicFilters(List.of("mine/v1/#"))
                        .acknowledge(AcknowledgementMode.ON_RECEIPT)
                        .build(new Configuration());

        assertThat(source.settings().acknowledgement()).isEqualTo(AcknowledgementMode.ON_RECEIPT);
    }

    @Test
    void isSerializable() throws Exception {
        MqttSource source =
                MqttSource.builder().group("ingest").topicFilters(List.of("mine/v1/#")).build(job);

        assertThat(InstantiationUtil.clone(source).settings()).isEqualTo(source.settings());
    }

    @Test
    void usesTheSmallerOfTheTwoWindows() {
        MqttSource source =
                MqttSource.builder()
                        .group("ingest")
                        .sessionPrefix("ingest-north")
                        .topicFilters(List.of("mine/v1/#"))
                        .inflightWindow(20)
                        .build(job);

        assertThat(source.settings().window()).isEqualTo(20);
        assertThat(source.settings().sessionPrefix()).isEqualTo("ingest-north");
    }

    @Test
    void documentsEveryMetric() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(MqttSourceMetrics.OF_READER)
                .allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
        assertThat(MqttSourceMetrics.OF_SESSION)
                .allSatisfy(name -> assertThat(readme).contains("| `session.<name>." + name + "`"));
    }

    @Test
    void documentsEveryOptionWithItsDefault() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        for (var option : MqttSourceOptions.ALL) {
            String absent = option.hasDefaultValue() ? "" : "(none)";
            assertThat(readme)
                    .contains("| `" + option.key() + "` | " + absent)
                    .contains(option.key());
        }
    }
}
