package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaSasl;
import io.fueloptimine.connectors.mqtt.connection.MqttClients;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.jobs.local.account.RunSummary;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaPrincipals;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.StackSecurity;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small mine on servers that require TLS and a password, and intruders beside it. */
@Tag("whole")
@Timeout(300)
class SecuredMineITCase {

    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final String LOOPBACK = "127.0.0.1";

    private final FuelHome home = FuelHome.find();
    private final List<String> secretsInCommandLines = new ArrayList<>();
    private boolean attacked;

    @TempDir Path data;

    @Test
    void readingsFlowAndIntrudersDoNot() throws Exception {
        Ports ports = WholeMineITCase.freePorts();

        RunSummary summary = run(ports);

        assertThat(attacked).isTrue();
        assertThat(summary.isAccounted()).as(summary.render()).isTrue();
        assertThat(summary.account().read()).isGreaterThan(1_000);
        assertThat(summary.tables().plans()).isPositive();
        assertThat(secretsInCommandLines).isEmpty();
        assertThat(filesWithSecrets()).isEmpty();
        assertThat(data.resolve("flink/savepoints")).isNotEmptyDirectory();
        onlyItsOwnerCanReadTheSecrets();
    }

    private RunSummary run(Ports ports) throws Exception {
        MineSite mine = smallMine();
        LocalRun.Settings settings =
                new LocalRun.Settings(
                        data,
                        Optional.of(LENGTH),
                        mine,
                        ScenarioFile.read(home.scenario().resolveSibling("no-fault.yaml"), mine),
                        1,
                        60,
                        home.registry(),
                        Optional.empty(),
                        false,
                        1,
                        ports,
                        true);
        return new LocalRun(home, settings, line -> attackOnce(line, ports), new StopSignal())
                .run();
    }

    private void attackOnce(String line, Ports ports) {
        if (attacked || !line.startsWith("mine ")) {
            return;
        }
        attacked = true;
        try {
            // The passwords and certificates of this folder are those of the run.
            StackSecurity security =
                    StackSecurity.make(home.makeCertificates(), data.resolve("security"), site());
            attackMqtt(security, ports.mqtt());
            attackKafka(security, LOOPBACK + ":" + ports.kafka());
            attackSql(ports.sql());
            lookAtProcesses();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void attackMqtt(StackSecurity security, int port) throws Exception {
        assertThatThrownBy(() -> connect(MqttConnectionSettings.plain(LOOPBACK, port), "plain"))
                .as("without TLS")
                .isNotInstanceOf(Mqtt5ConnAckException.class);
        MqttConnectionSettings known = security.mqtt(port, StackSecurity.MQTT_CABS);
        MqttConnectionSettings nobody =
                new MqttConnectionSettings(
                        LOOPBACK, port, null, null, known.keepAlive(), known.tls());
        assertThatThrownBy(() -> connect(nobody, "fuel-cabs-9"))
                .as("without a password")
                .isInstanceOf(Mqtt5ConnAckException.class);
        MqttConnectionSettings wrong =
                new MqttConnectionSettings(
                        LOOPBACK,
                        port,
                        StackSecurity.MQTT_CABS,
                        security.mqttPassword(StackSecurity.MQTT_MINE).toString(),
                        known.keepAlive(),
                        known.tls());
        assertThatThrownBy(() -> connect(wrong, "fuel-cabs-9"))
                .as("with the password of another user")
                .isInstanceOf(Mqtt5ConnAckException.class);
        assertThatThrownBy(() -> connect(known, "fuel-ingest-0"))
                .as("with the session of another user")
                .isInstanceOf(Mqtt5ConnAckException.class);
        Mqtt5BlockingClient cabs = connect(known, "fuel-cabs-9");
        assertThatThrownBy(() -> cabs.subscribeWith().topicFilter("#").send())
                .as("topics of other users")
                .isInstanceOf(Mqtt5SubAckException.class);
        cabs.disconnect();
    }

    private static Mqtt5BlockingClient connect(MqttConnectionSettings settings, String clientId)
            throws IOException {
        Mqtt5BlockingClient client = MqttClients.builder(settings, clientId).buildBlocking();
        client.connect(MqttClients.connect(settings).build());
        return client;
    }

    private static void attackKafka(StackSecurity security, String servers) {
        KafkaConnection control = security.kafka(servers, KafkaPrincipals.CONTROL_ROOM);
        assertThatThrownBy(() -> topics(KafkaConnection.of(servers)))
                .as("without TLS")
                .hasCauseInstanceOf(TimeoutException.class);
        KafkaConnection wrong =
                new KafkaConnection(
                        servers,
                        control.tls(),
                        new KafkaSasl(
                                "PLAIN",
                                KafkaPrincipals.ADMINISTRATOR,
                                control.sasl().passwordFile(),
                                null),
                        Map.of());
        assertThatThrownBy(() -> topics(wrong))
                .as("with the password of another principal")
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> send(control, Topics.READINGS_VALID))
                .as("a topic that others write")
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    private static void topics(KafkaConnection kafka) throws Exception {
        Properties settings = kafka.clientProperties();
        settings.put("default.api.timeout.ms", 3_000);
        settings.put("request.timeout.ms", 2_000);
        try (Admin admin = Admin.create(settings)) {
            admin.listTopics().names().get();
        }
    }

    private static void send(KafkaConnection kafka, String topic)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        kafka.clientProperties(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {'{', '}'})).get();
        }
    }

    private void attackSql(int port) {
        String name = "127.0.0.1:" + port + "/./fueloptimine";
        assertThatThrownBy(() -> new SqlConnection("jdbc:h2:tcp://" + name, "sa", "").open())
                .as("without TLS")
                .isInstanceOf(SQLException.class)
                .hasMessageNotContaining("Wrong user name");
        assertThatThrownBy(() -> new SqlConnection("jdbc:h2:ssl://" + name, "sa", "").open())
                .as("with a wrong password")
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Wrong user name");
    }

    private void lookAtProcesses() throws IOException {
        List<String> secrets = secrets();
        List<ProcessHandle> processes =
                Stream.concat(
                                Stream.of(ProcessHandle.current()),
                                ProcessHandle.current().descendants())
                        .toList();
        assertThat(processes).as("the broker is a process of its own").hasSizeGreaterThan(1);
        for (ProcessHandle process : processes) {
            String line = process.info().commandLine().orElse("");
            secrets.stream().filter(line::contains).forEach(secretsInCommandLines::add);
        }
    }

    /** The secrets in the forms in which a file can contain them. */
    private List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>();
        for (Path file : passwordFiles()) {
            String secret = Files.readString(file).strip();
            secrets.add(secret);
            secrets.add(
                    Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(secrets).hasSizeGreaterThan(20);
        return secrets;
    }

    private List<Path> passwordFiles() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(
                            file ->
                                    file.toString().endsWith(".password")
                                            || file.endsWith("tls/cluster/password"))
                    .toList();
        }
    }

    /**
     * Checkpoints, savepoints, logs, topics, sessions and tables, but not the secrets' own files.
     */
    private List<Path> filesWithSecrets() throws IOException {
        List<String> secrets = secrets();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.endsWith("password") || name.contains("/security/tls/")) {
                    continue;
                }
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (secrets.stream().anyMatch(text::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private void onlyItsOwnerCanReadTheSecrets() throws IOException {
        assertThat(Files.getPosixFilePermissions(data.resolve("security")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (Path file : passwordFiles()) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as(file.toString())
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private String site() {
        return MineSiteFile.read(home.mine()).site();
    }

    private MineSite smallMine() {
        MineSite andes = MineSiteFile.read(home.mine());
        return new MineSite(
                andes.site(),
                andes.digPlan(),
                andes.locations(),
                andes.roads(),
                andes.truckClasses(),
                andes.trucks().subList(0, 8),
                andes.loadingUnits(),
                andes.dumps(),
                andes.auxMachines().subList(0, 1));
    }
}
