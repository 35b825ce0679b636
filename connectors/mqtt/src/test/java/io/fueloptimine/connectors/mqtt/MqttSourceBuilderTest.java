package io.fueloptimine.connectors.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
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
    }

    @Test
    void namesEveryFaultAtOnce() {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.PORT, 70_000);
        options.set(MqttSourceOptions.GROUP, "a/b");
        options.set(MqttSourceOptions.TOPIC_FILTERS, List.of("mine/v1/#", "mine/#/telemetry"));
        options.set(MqttSourceOptions.SESSIONS, 0);
        options.set(MqttSourceOptions.RECEIVE_MAXIMUM, 65_536);
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
                                                "mqtt.receive-maximum",
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
                        .acknowledge(Acknowledgement.ON_RECEIPT)
                        .build(new Configuration());

        assertThat(source.settings().acknowledgement()).isEqualTo(Acknowledgement.ON_RECEIPT);
    }

    @Test
    void travelsToTheTaskManagers() throws Exception {
        MqttSource source =
                MqttSource.builder().group("ingest").topicFilters(List.of("mine/v1/#")).build(job);

        assertThat(InstantiationUtil.clone(source).settings()).isEqualTo(source.settings());
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
