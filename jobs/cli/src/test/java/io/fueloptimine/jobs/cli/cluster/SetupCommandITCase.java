package io.fueloptimine.jobs.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import io.fueloptimine.jobs.cli.FreePorts;
import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.models.mine.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code fuel setup} against servers as a mine has them: Kafka, a database and an MQTT broker. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class SetupCommandITCase {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The thread of each administration client of Kafka. */
    private static final String CLIENT_THREAD = "kafka-admin-client-thread";

    /** Ends also the servers that run if a further one cannot be started. */
    private static final Closing SERVERS = new Closing();

    @TempDir static Path folder;

    private static Ports ports;
    private static KafkaServer kafka;
    private static SqlServer sql;
    private static BrokerProcess broker;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Set<Thread> before;

    @BeforeAll
    @Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    static void startServers() throws Exception {
        ports = FreePorts.find();
        kafka =
                SERVERS.add(
                        KafkaServer.start(
                                folder.resolve("kafka"), ports.kafka(), ports.kafkaController()));
        sql = SERVERS.add(SqlServer.start(folder.resolve("sql"), ports.sql()));
        broker =
                SERVERS.add(
                        BrokerProcess.start(
                                BrokerProcess.classpathIn(FuelHome.find().broker()),
                                0,
                                folder.resolve("broker"),
                                BrokerSettings.DEFAULT.withHeapMib(256)));
    }

    @AfterAll
    @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    static void stopServers() throws Exception {
        SERVERS.close();
    }

    /** Clients of other tests in this process. */
    @BeforeEach
    void notesTheClientsBefore() {
        before = clientThreads();
    }

    @AfterEach
    void noClientIsLeft() {
        Await.until("no client's thread is left", LIMIT, () -> before.containsAll(clientThreads()));
    }

    @Test
    void setsUpWhatADryRunAnnouncedAndThenFindsNothingToChange() throws Exception {
        assertThat(setup("--dry-run")).isZero();
        List<String> announced = lines("would ");
        assertThat(announced)
                .contains(
                        "create topic readings.valid: 3 partitions, kept for 7 days",
                        "create topic road.states: 1 partition, compacted",
                        "run migration V1__tables.sql",
                        "add model version fuel-window 1")
                .anyMatch(line -> line.matches("write [0-9]+ machines of site andes: .*"));
        assertThat(topics()).isEmpty();

        assertThat(setup()).isZero();
        assertThat(lines("")).containsAll(announced);
        assertThat(topics()).containsExactlyInAnyOrderElementsOf(Topics.KAFKA);
        assertThat(settings(Topics.READINGS_VALID).get("retention.ms").value())
                .isEqualTo("604800000");
        assertThat(count("equipment")).isPositive();
        assertThat(count("model_version")).isPositive();

        assertThat(setup()).isZero();
        assertThat(lines("")).last().isEqualTo("Nothing to change");

        spoil();
        assertThat(setup()).isZero();
        assertThat(lines(""))
                .contains(
                        "topic road.states: cleanup.policy delete -> compact",
                        "topic haul.cycles: max.message.bytes 1048588 -> "
                                + settings(Topics.FUEL_SCORES).get("max.message.bytes").value(),
                        "3 changes made")
                .anyMatch(line -> line.startsWith("topic haul.cycles has 1 partitions, expected 3"))
                .anyMatch(line -> line.contains("retention.ms is -1, recommended 2592000000"));
        assertThat(settings(Topics.ROAD_STATES).get("cleanup.policy").value()).isEqualTo("compact");
        assertThat(settings(Topics.HAUL_CYCLES).get("retention.ms").value()).isEqualTo("-1");
    }

    @Test
    void everyFaultOfTheServersIsInOneMessage() throws Exception {
        Ports nothing = FreePorts.find();
        int exitCode =
                fuel(
                        "setup",
                        "--mines=" + FuelHome.find().mine(),
                        "--kafka=127.0.0.1:" + nothing.kafka(),
                        "--kafka-option=kafka.properties.default.api.timeout.ms=2000",
                        "--kafka-option=kafka.properties.request.timeout.ms=2000",
                        "--sql=jdbc:h2:tcp://127.0.0.1:" + nothing.sql() + "/./none",
                        "--mqtt-port=" + nothing.mqtt());

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "cannot read the topics of Kafka at 127.0.0.1:" + nothing.kafka(),
                        "cannot connect as sa to the SQL server",
                        "cannot connect to the MQTT broker 127.0.0.1:" + nothing.mqtt())
                .doesNotContain("\tat ");
    }

    @Test
    void everyFaultOfTheOptionsIsInOneMessage() {
        int exitCode =
                fuel(
                        "setup",
                        "--mines=" + folder.resolve("none"),
                        "--kafka-option=kafka.tls=true",
                        "--partitions=0",
                        "--replication=0",
                        "--mqtt=mqtt.user=x",
                        "--registry=" + folder);

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "none does not exist",
                        "--kafka-option kafka.tls is not an option",
                        "'--partitions': 0, expected 1 to 1000",
                        "'--replication': 0",
                        "mqtt.user is not an option",
                        "is not a model registry");
    }

    private int setup(String... more) {
        out.getBuffer().setLength(0);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "setup",
                                "--mines=" + FuelHome.find().mine(),
                                "--partitions=3",
                                "--kafka=" + kafka.bootstrapServers(),
                                "--sql=" + sql.url(),
                                "--sql-password-file="
                                        + SqlServer.passwordFile(
                                                folder.resolve("sql"), SqlServer.ADMINISTRATOR),
                                "--mqtt-port=" + broker.port()));
        arguments.addAll(Arrays.asList(more));
        return fuel(arguments.toArray(String[]::new));
    }

    private int fuel(String... arguments) {
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    /** The output lines with a prefix, without it. */
    private List<String> lines(String prefix) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** Makes two topics as someone by hand would, one of them with a retention of their own. */
    private static void spoil() {
        try (Admin admin = admin()) {
            List<String> spoilt = List.of(Topics.ROAD_STATES, Topics.HAUL_CYCLES);
            answer(admin.deleteTopics(spoilt).all());
            Await.until(
                    "topics " + spoilt + " are deleted",
                    LIMIT,
                    () -> Collections.disjoint(names(admin), spoilt));
            Map<String, String> forEver = Map.of("retention.ms", "-1");
            NewTopic roads = new NewTopic(Topics.ROAD_STATES, Optional.of(1), Optional.empty());
            NewTopic cycles = new NewTopic(Topics.HAUL_CYCLES, Optional.of(1), Optional.empty());
            answer(admin.createTopics(List.of(roads, cycles.configs(forEver))).all());
        }
    }

    private static Set<String> topics() {
        try (Admin admin = admin()) {
            return names(admin);
        }
    }

    private static Set<String> names(Admin admin) {
        return answer(admin.listTopics().names());
    }

    private static Config settings(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin()) {
            return answer(admin.describeConfigs(List.of(resource)).all()).get(resource);
        }
    }

    private static <T> T answer(KafkaFuture<T> request) {
        try {
            return request.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("Kafka has not answered within " + LIMIT, e);
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka has refused a request", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for Kafka", e);
        }
    }

    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(CLIENT_THREAD))
                .collect(Collectors.toSet());
    }

    private static long count(String table) throws SQLException {
        try (var connection = sql.connection().open();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
