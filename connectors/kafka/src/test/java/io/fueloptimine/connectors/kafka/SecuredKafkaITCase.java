package io.fueloptimine.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker whose only listener for clients requires TLS and a password. */
class SecuredKafkaITCase {

    private static final String PASSWORD = "a \"quoted\" \\ pass${word}";

    @TempDir static Path folder;
    private static BrokerKeys keys;
    private static KafkaInProcess kafka;

    @BeforeAll
    static void startKafka() throws Exception {
        keys = new BrokerKeys(folder);
        Properties settings = new Properties();
        settings.setProperty("sasl.enabled.mechanisms", "PLAIN");
        settings.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        String password = PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"");
        settings.setProperty(
                "listener.name.clients.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"flink\" password=\""
                        + password
                        + "\" user_flink=\""
                        + password
                        + "\";");
        settings.setProperty("ssl.keystore.location", keys.keyStore().toString());
        settings.setProperty("ssl.keystore.password", BrokerKeys.PASSWORD);
        settings.setProperty("ssl.truststore.location", keys.certificate().toString());
        settings.setProperty("ssl.truststore.type", "PEM");
        kafka =
                new KafkaInProcess(
                        Files.createDirectory(folder.resolve("kafka")), "SASL_SSL", settings);
        KafkaTopics.ensure(KafkaConnection.from(options(PASSWORD)), 1);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Test
    void roundTripsRecordsThroughTheSecuredListener() throws Exception {
        KafkaConnection connection = KafkaConnection.from(options(PASSWORD));
        SuiteUpdate update = new SuiteUpdate("rules: []", Instant.parse("2026-01-05T08:00:00Z"));

        write(connection, update);

        assertThat(read(connection)).containsExactly(update);
    }

    @Test
    void trustsAPkcs12StoreWithItsPasswordFile() throws Exception {
        Configuration options = options(PASSWORD);
        options.set(KafkaOptions.TLS_TRUST_STORE, keys.trustStore(folder).toString());
        options.set(KafkaOptions.TLS_TRUST_STORE_PASSWORD_FILE, file("store", "store-password"));

        KafkaTopics.ensure(KafkaConnection.from(options), 1);
    }

    @Test
    void isRefusedWithAnotherPasswordWithoutNamingIt() throws Exception {
        KafkaConnection connection = KafkaConnection.from(options("wrong-password"));

        assertThatThrownBy(() -> KafkaTopics.ensure(connection, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Authentication failed")
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void namesTheFileThatIsMissingWhenTheClientIsCreated() throws Exception {
        Configuration options = options(PASSWORD);
        options.set(KafkaOptions.SASL_PASSWORD_FILE, "/no/such/file");
        KafkaConnection connection = KafkaConnection.from(options);

        assertThatThrownBy(() -> KafkaTopics.ensure(connection, 1))
                .hasStackTraceContaining("file /no/such/file cannot be read");
    }

    @Test
    void serialisesNoSecretIntoSourcesAndSinks() throws Exception {
        KafkaConnection connection = KafkaConnection.from(options("hidden-from-the-graph"));

        assertThat(serialised(KafkaTopics.sink(connection, "topic")))
                .doesNotContain("hidden-from-the-graph");
        assertThat(
                        serialised(
                                KafkaTopics.source(
                                        connection, "topic", "group", ModelAnnouncement.class)))
                .doesNotContain("hidden-from-the-graph");
        assertThat(connection.toString()).doesNotContain("hidden-from-the-graph");
    }

    private static void write(KafkaConnection connection, SuiteUpdate update) throws Exception {
        StreamExecutionEnvironment env = environment();
        env.fromData(TypeInformation.of(SuiteUpdate.class), update)
                .uid("updates")
                .sinkTo(KafkaTopics.sink(connection, Topics.QUALITY_SUITES))
                .uid("kafka");
        env.execute();
    }

    private static List<SuiteUpdate> read(KafkaConnection connection) throws Exception {
        var source =
                KafkaTopics.boundedSource(
                        connection, Topics.QUALITY_SUITES, "test", SuiteUpdate.class);
        List<SuiteUpdate> read = new ArrayList<>();
        try (var rows =
                environment()
                        .fromSource(source, WatermarkStrategy.noWatermarks(), "suites")
                        .uid("source")
                        .executeAndCollect()) {
            rows.forEachRemaining(read::add);
        }
        return read;
    }

    private static StreamExecutionEnvironment environment() {
        Configuration settings = new Configuration();
        settings.setString("restart-strategy.type", "none");
        return StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    }

    private static Configuration options(String password) throws IOException {
        Configuration options = new Configuration();
        options.set(KafkaOptions.BOOTSTRAP_SERVERS, kafka.bootstrapServers());
        options.set(KafkaOptions.TLS_ENABLED, true);
        options.set(KafkaOptions.TLS_TRUST_STORE, keys.certificate().toString());
        options.set(KafkaOptions.SASL_MECHANISM, "PLAIN");
        options.set(KafkaOptions.SASL_USERNAME, "flink");
        options.set(KafkaOptions.SASL_PASSWORD_FILE, file("password", password));
        return options;
    }

    private static String file(String prefix, String content) throws IOException {
        Path file = Files.createTempFile(folder, prefix, ".txt");
        return Files.writeString(file, content + "\n").toString();
    }

    private static String serialised(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
