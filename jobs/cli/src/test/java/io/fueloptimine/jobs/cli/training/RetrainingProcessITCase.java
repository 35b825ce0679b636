package io.fueloptimine.jobs.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaPublisher;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.RetrainingProcess;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.local.stack.SupervisedProcess;
import io.fueloptimine.jobs.training.retraining.InstallationRegistry;
import io.fueloptimine.jobs.training.retraining.ModelTimeline;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.model.RetrainCause;
import io.fueloptimine.models.mine.model.RetrainRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of its own, on a real Kafka and SQL server; the mine has no history yet. */
class RetrainingProcessITCase {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir Path folder;

    private final FuelHome home = FuelHome.find();

    @Test
    void answersEveryRequestOnceAlthoughItIsKilled() throws Exception {
        Path registry = folder.resolve("registry");
        InstallationRegistry.prepare(home.registry(), registry, line -> {});
        try (KafkaServer kafka =
                        KafkaServer.start(folder.resolve("kafka"), freePort(), freePort());
                SqlServer sql = SqlServer.start(folder.resolve("sql"), freePort())) {
            KafkaTopics.ensure(KafkaConnection.of(kafka.bootstrapServers()), 1);
            SqlConnection tables = sql.connection();
            SqlMigrations.migrate(tables);
            try (ModelTimeline timeline =
                            new ModelTimeline(
                                    KafkaConnection.of(kafka.bootstrapServers()), line -> {});
                    SupervisedProcess process = start(kafka, sql, registry)) {
                ask(kafka, "r1");
                await(timeline, 1);
                process.kill();
                ask(kafka, "r2");
                await(timeline, 2);

                assertThat(timeline.lines())
                        .as("told again that version 1 scores, at either start")
                        .filteredOn(line -> line.endsWith("fuel-window version 1"))
                        .hasSize(2);
                assertThat(answers(tables)).containsExactly("r1 TOO_LITTLE", "r2 TOO_LITTLE");
                assertThat(new ModelRegistry(registry).latestVersion(ModelRegistry.FUEL_WINDOW))
                        .isEqualTo(1);
            }
        }
    }

    private SupervisedProcess start(KafkaServer kafka, SqlServer sql, Path registry) {
        return RetrainingProcess.start(
                home,
                folder.resolve("retraining"),
                Optional.empty(),
                List.of(
                        "--lake=" + folder.resolve("lake"),
                        "--registry=" + registry,
                        "--kafka=" + kafka.bootstrapServers(),
                        "--sql=" + sql.url(),
                        "--sql-password-file="
                                + SqlServer.passwordFile(
                                        folder.resolve("sql"), SqlServer.ADMINISTRATOR),
                        "--nightly=off",
                        "--look-every=1"));
    }

    private static void ask(KafkaServer kafka, String id) {
        String name = ModelRegistry.FUEL_WINDOW;
        new KafkaPublisher(KafkaConnection.of(kafka.bootstrapServers()))
                .publish(
                        Topics.MODELS_RETRAIN,
                        name,
                        new RetrainRequest(id, name, RetrainCause.MANUAL, "a test", null));
    }

    private static void await(ModelTimeline timeline, int answers) {
        Await.until(
                answers + " requests are answered",
                LIMIT,
                () -> {
                    timeline.poll(NOW);
                    return answersIn(timeline) >= answers;
                });
        assertThat(answersIn(timeline)).isEqualTo(answers);
    }

    private static long answersIn(ModelTimeline timeline) {
        return timeline.lines().stream()
                .filter(line -> line.contains("TOO_LITTLE: 0 windows"))
                .count();
    }

    private static List<String> answers(SqlConnection sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (var connection = sql.open();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT request_id, verdict FROM retraining ORDER BY 1")) {
            while (rows.next()) {
                answers.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return answers;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
