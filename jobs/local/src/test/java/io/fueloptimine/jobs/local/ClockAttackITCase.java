package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.alarms.AlarmsJob;
import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.fuel.FuelJob;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestJob;
import io.fueloptimine.jobs.ingest.IngestOptions;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.LocalStack;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs ingest, fuel and alarms with broker, Kafka and SQL, where the time of the mine is the time
 * of arrival: senders with wrong clocks make no reading of other machines late, and a truck whose
 * clock was wrong counts again, without a restart, once its clock is right.
 */
class ClockAttackITCase {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MINUTES = 10;
    private static final int STEP_S = 10;
    private static final int ATTACK = 10;
    private static final int FUTURE = 7;
    private static final List<String> TRUCKS = List.of("T01", "T02", "T03", "T04");

    /** The trucks deliver readings that their radio shadow has delayed. */
    private final Instant start = Instant.now().minus(Duration.ofMinutes(40));

    private final FuelHome home = FuelHome.find();
    @TempDir Path folder;

    @Test
    void makeNothingLateAndRaiseAnAlarmThatIsCleared() throws Exception {
        MineSite mine = MineSiteFile.read(home.mine());
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                LocalStack stack =
                        LocalStack.start(home, data, WholeMineITCase.freePorts(), 1, s -> {});
                TopicMonitor counts = new TopicMonitor(stack.bootstrapServers());
                MqttPublisher publisher = publisher(stack)) {
            JobArgumentLists arguments =
                    JobArgumentLists.of(
                            stack, new JobSettings(mine.site(), mine, home.registry(), 1));
            RunningJob ingest =
                    start(
                            stack,
                            IngestJob.NAME,
                            arguments.ingest(),
                            (env, given) -> IngestJob.build(env, IngestOptions.parse(given)));
            start(
                    stack,
                    FuelJob.NAME,
                    arguments.fuel(),
                    (env, given) -> FuelJob.build(env, FuelOptions.parse(given)));
            start(
                    stack,
                    AlarmsJob.NAME,
                    arguments.alarms(),
                    (env, given) -> AlarmsJob.build(env, AlarmsOptions.parse(given)));
            Await.until(
                    "the MQTT sessions are open",
                    LIMIT,
                    () ->
                            stack.flink().metrics(ingest).sum("connectedSessions")
                                    >= JobWiring.MQTT_SESSIONS);

            attack(publisher);
            Await.until("the attack has arrived", LIMIT, () -> counts.validReadings() == ATTACK);
            Await.until(
                    "the readings of the future are rejected",
                    LIMIT,
                    () -> counts.quality().rejected() == FUTURE);
            for (int second = 0; second < MINUTES * 60; second += STEP_S) {
                send(publisher, telemetry(second));
            }
            Await.until(
                    "the windows of the trucks are scored",
                    LIMIT,
                    () -> rows(stack, "fuel_window", "machine_id LIKE 'T0_'") >= 4 * (MINUTES - 2));
            assertThat(counts.quality().late()).isZero();
            Await.until(
                    "the clock of T05 raises an alarm",
                    LIMIT,
                    () -> rows(stack, "alert", "type = 'CLOCK_JUMP' AND machine_id = 'T05'") == 1);
            assertThat(rows(stack, "alert", "type = 'CLOCK_JUMP'")).isEqualTo(1);

            long valid = ATTACK + (long) TRUCKS.size() * MINUTES * 60 / STEP_S;
            Await.until(
                    "each valid reading is counted", LIMIT, () -> counts.validReadings() == valid);
            send(publisher, List.of(telemetry("T05", Instant.now(), 1)));
            Await.until(
                    "the alarm is cleared",
                    LIMIT,
                    () ->
                            rows(stack, "alert", "machine_id = 'T05' AND cleared_at IS NOT NULL")
                                    == 1);
            Await.until(
                    "the reading of the right clock is counted",
                    LIMIT,
                    () -> counts.validReadings() == valid + 1);
        }
    }

    /** Ten messages that are valid and seven that are years ahead. */
    private void attack(MqttPublisher publisher) throws Exception {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (String madeUp : List.of("X1", "X2", "X3")) {
            messages.add(telemetry(madeUp, Instant.now().plus(YEAR), 0));
            messages.add(telemetry(madeUp, Instant.now(), 1));
            messages.add(cycle("T06", Instant.now().plus(Duration.ofDays(29)), messages.size()));
            messages.add(cycle("T07", Instant.now().plus(Duration.ofDays(29)), messages.size()));
        }
        for (int i = 0; i < 4; i++) {
            messages.add(telemetry("T05", Instant.now().plus(YEAR), 100 + i));
        }
        messages.add(
                message(
                        "fuelbay/FUEL-BAY/refuel",
                        Instant.now().plus(Duration.ofDays(29)),
                        0,
                        "\"truckId\":\"T08\",\"startedAt\":\"2026-01-05T08:00:00Z\","
                                + "\"dispensedL\":900"));
        send(publisher, messages);
    }

    private List<OutgoingMessage> telemetry(int second) {
        return TRUCKS.stream()
                .map(truck -> telemetry(truck, start.plusSeconds(second), second))
                .toList();
    }

    private static OutgoingMessage telemetry(String machineId, Instant time, long sequence) {
        return message(
                "haultruck/" + machineId + "/telemetry",
                time,
                sequence,
                "\"equipmentClass\":\"930E\",\"fuelRateLph\":300,\"speedKph\":20");
    }

    private static OutgoingMessage cycle(String truckId, Instant time, long sequence) {
        return message("haultruck/" + truckId + "/cycle", time, sequence, "\"payloadT\":200");
    }

    private static OutgoingMessage message(
            String topic, Instant time, long sequence, String fields) {
        String json =
                String.format(
                        Locale.ROOT,
                        "{\"time\":\"%s\",\"sequence\":%d,%s}",
                        time,
                        sequence,
                        fields);
        return new OutgoingMessage(
                "andes/v1/" + topic, json.getBytes(StandardCharsets.UTF_8), false, null);
    }

    private static void send(MqttPublisher publisher, List<OutgoingMessage> messages)
            throws Exception {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            answers.add(publisher.publish(message));
        }
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static MqttPublisher publisher(LocalStack stack) {
        return MqttPublisher.open(
                MqttPublisherSettings.of(
                        MqttConnectionSettings.plain("127.0.0.1", stack.mqttPort()), "attacker"));
    }

    /** Starts a job with the options of a local run, but of a mine in real time. */
    private static RunningJob start(
            LocalStack stack,
            String name,
            List<String> arguments,
            BiConsumer<StreamExecutionEnvironment, String[]> build) {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        StreamExecutionEnvironment env = stack.flink().environment(name, settings);
        build.accept(
                env,
                arguments.stream()
                        .map(argument -> argument.equals("0s") ? "5min" : argument)
                        .toArray(String[]::new));
        return stack.flink().submit(name, env);
    }

    private static long rows(LocalStack stack, String table, String condition) {
        try (Connection connection = stack.sql().open();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT COUNT(*) FROM " + table + " WHERE " + condition)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
