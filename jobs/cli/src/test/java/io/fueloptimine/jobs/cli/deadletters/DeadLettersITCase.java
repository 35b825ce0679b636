package io.fueloptimine.jobs.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaTopics;
import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.cli.FreePorts;
import io.fueloptimine.jobs.cli.FuelCommands;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOutputs;
import io.fueloptimine.jobs.ingest.IngestSources;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule that was too strict is mended, and what it rejected is sent through again: with the real
 * brokers, database and launcher.
 */
class DeadLettersITCase {

    private static final int READINGS = 20;
    private static final int MUCH_LATER = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final String TOPIC = "pit/v1/haultruck/T1/telemetry";
    private static final String STRICT =
            """
            suite: strict
            rules:
              - {name: slow, stream: telemetry,
                 expectation: expect_column_values_to_be_between, column: speedKph,
                 max_value: 40, severity: warning, action: reject}
            """;

    @TempDir Path folder;

    @Test
    void replayedMessagesAreValidOnceAfterTheRuleIsFixed() throws Exception {
        Path strict = Files.writeString(folder.resolve("strict.yaml"), STRICT);
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                LocalStack stack =
                        LocalStack.start(FuelHome.find(), data, FreePorts.find(), 1, s -> {});
                TopicMonitor counts = new TopicMonitor(stack.bootstrapServers())) {
            RunningJob before = ingest(stack, ValidationSuite.read(strict));
            publish(stack, IntStream.range(0, READINGS).boxed().toList());
            Await.until(
                    "half are valid and half rejected",
                    LIMIT,
                    () ->
                            counts.validReadings() == READINGS / 2
                                    && rows(stack, "verdict = 'REJECTED'") == READINGS / 2);
            assertThat(replay(stack, "--rule", "slow", "--dry-run")).isZero();
            assertThat(publishRules(stack)).isZero();
            Await.until(
                    "the mended suite is in use",
                    LIMIT,
                    () -> stack.flink().metrics(before).sum("suitesAccepted") == 1);
            publish(stack, List.of(MUCH_LATER));
            Await.until(
                    "no memory of numbers reaches back to the first",
                    LIMIT,
                    () -> counts.validReadings() == READINGS / 2 + 1);
            stack.flink().stop(before);

            // The file is the strict one still: what was published outlives a restart.
            RunningJob after = ingest(stack, ValidationSuite.read(strict));
            assertThat(replay(stack, "--rule", "slow", "--not-replayed")).isZero();
            Await.until("all are valid", LIMIT, () -> counts.validReadings() == READINGS + 1);
            assertThat(rows(stack, "replays = 1 AND replayed_at IS NOT NULL"))
                    .isEqualTo(READINGS / 2);
            assertThat(replay(stack, "--rule", "slow", "--not-replayed")).isZero();
            assertThat(replay(stack, "--rule", "slow")).isZero();
            Await.until(
                    "the second replay is known as a repeat",
                    LIMIT,
                    () -> counts.quality().duplicates() == READINGS / 2);
            assertThat(counts.validReadings()).isEqualTo(READINGS + 1);
            stack.flink().stop(after);
        }
    }

    private static RunningJob ingest(LocalStack stack, ValidationSuite rules) {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(250));
        StreamExecutionEnvironment env = stack.flink().environment("ingest", settings);
        MqttSource messages =
                MqttSource.builder()
                        .broker("127.0.0.1", stack.mqttPort())
                        .group("letters")
                        .topicFilters(Topics.mqttFilters("pit"))
                        .sessions(1)
                        .build(env.getConfiguration());
        IngestOutputs kafka = IngestOutputs.standard(KafkaConnection.of(stack.bootstrapServers()));
        IngestOutputs outputs =
                new IngestOutputs(
                        kafka.valid(),
                        kafka.quality()
                                .andThen(
                                        records ->
                                                records.sinkTo(
                                                                SqlTables.rejectedReadings(
                                                                        stack.sql()))
                                                        .uid("letters")
                                                        .name("Letters")),
                        kafka.commands());
        IngestSources sources =
                IngestSources.of(messages)
                        .withSuites(
                                KafkaTopics.sourceFromEarliest(
                                        KafkaConnection.of(stack.bootstrapServers()),
                                        Topics.QUALITY_SUITES,
                                        "letters",
                                        SuiteUpdate.class));
        IngestJob.build(env, sources, rules, outputs);
        RunningJob job = stack.flink().submit("ingest", env);
        Await.until(
                "the MQTT session is open",
                LIMIT,
                () ->
                        stack.flink().isRunning(job)
                                && stack.flink().metrics(job).sum("connectedSessions") >= 1);
        return job;
    }

    /** Every other reading is faster than the strict suite allows. */
    private static void publish(LocalStack stack, List<Integer> numbers) throws Exception {
        MqttConnectionSettings broker = MqttConnectionSettings.plain("127.0.0.1", stack.mqttPort());
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        try (MqttPublisher publisher =
                MqttPublisher.open(
                        MqttPublisherSettings.of(broker, "truck").requiringSubscribers())) {
            for (int i : numbers) {
                String json =
                        "{\"time\":\"%s\",\"sequence\":%d,\"speedKph\":%d}"
                                .formatted(START.plusSeconds(i), i, i % 2 == 0 ? 30 : 50);
                byte[] payload = json.getBytes(StandardCharsets.UTF_8);
                answers.add(publisher.publish(new OutgoingMessage(TOPIC, payload, false, null)));
            }
            CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Publishes the strict suite with a rule as fast as trucks are. */
    private int publishRules(LocalStack stack) throws IOException {
        Path mended = folder.resolve("mended.yaml");
        Files.writeString(mended, STRICT.replace("max_value: 40", "max_value: 80"));
        return FuelCommands.execute(
                "rules", "publish", mended.toString(), "--kafka", stack.bootstrapServers());
    }

    private static int replay(LocalStack stack, String... filter) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "dead-letters",
                                "replay",
                                "--sql",
                                stack.sql().url(),
                                "--sql-password-file",
                                SqlServer.passwordFile(stack.data().sql(), SqlServer.ADMINISTRATOR)
                                        .toString(),
                                "--mqtt-port",
                                Integer.toString(stack.mqttPort())));
        arguments.addAll(List.of(filter));
        return FuelCommands.execute(arguments.toArray(new String[0]));
    }

    private static long rows(LocalStack stack, String condition) {
        SqlConnection sql = stack.sql();
        try (Connection connection = sql.open();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT COUNT(*) FROM rejected_reading WHERE "
                                                + condition)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
