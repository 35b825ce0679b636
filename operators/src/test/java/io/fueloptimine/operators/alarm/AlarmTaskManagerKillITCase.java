package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.alarm.tank.TankSettings;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertCommandAnswer;
import io.fueloptimine.models.mine.alarm.AlertState;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.Plans;
import io.fueloptimine.operators.Scores;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The TaskManager is killed while alarms are open, acknowledged and shelved. */
@Timeout(240)
class AlarmTaskManagerKillITCase {

    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final int MACHINES = 3;
    private static final String OPEN = "T01";
    private static final String ACKNOWLEDGED = "T02";
    private static final String SHELVED = "T03";

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    /** Shared with the tasks, which run in this JVM. */
    private static final Queue<String> COMMANDS = new ConcurrentLinkedQueue<>();

    private static final Queue<Alert> ALERTS = new ConcurrentLinkedQueue<>();
    private static final Queue<AlertCommandAnswer> ANSWERS = new ConcurrentLinkedQueue<>();

    @Test
    void keepsTheStateOfEachAlarm(@InjectMiniCluster MiniCluster cluster) throws Exception {
        JobClient job = start();
        await("three alarms", () -> ALERTS.size() == MACHINES);
        COMMANDS.add(command("c1", ACKNOWLEDGED, "ACKNOWLEDGE", null));
        COMMANDS.add(command("c2", SHELVED, "SHELVE", "\"2026-05-04T09:00:00Z\""));
        await("both commands", () -> ALERTS.size() == MACHINES + 2);
        cluster.triggerCheckpoint(job.getJobID()).get(60, TimeUnit.SECONDS);

        cluster.terminateTaskManager(0).get(60, TimeUnit.SECONDS);
        ALERTS.clear();
        ANSWERS.clear();
        cluster.startTaskManager();
        COMMANDS.add(command("c3", OPEN, "ACKNOWLEDGE", null));
        COMMANDS.add(command("c4", ACKNOWLEDGED, "ACKNOWLEDGE", null));
        COMMANDS.add(command("c5", SHELVED, "UNSHELVE", null));
        await("answers after the restart", () -> answers().size() == 3);
        await("both changes", () -> ALERTS.size() == 2);

        assertThat(answers())
                .as("open, acknowledged already, shelved")
                .extracting(AlertCommandAnswer::commandId, AlertCommandAnswer::accepted)
                .containsExactlyInAnyOrder(
                        tuple("c3", true), tuple("c4", false), tuple("c5", true));
        assertThat(ALERTS)
                .extracting(
                        Alert::machineId,
                        Alert::alertId,
                        alert -> alert.status().state(),
                        alert -> alert.status().revision())
                .containsExactlyInAnyOrder(
                        tuple(OPEN, id(OPEN), AlertState.ACKNOWLEDGED, 2L),
                        tuple(SHELVED, id(SHELVED), AlertState.UNACKNOWLEDGED, 3L));
        cluster.cancelJob(job.getJobID()).get(60, TimeUnit.SECONDS);
    }

    private static List<AlertCommandAnswer> answers() {
        return ANSWERS.stream().filter(answer -> answer.commandId() != null).toList();
    }

    private static String id(String machineId) {
        return "CLOCK_JUMP/andes/" + machineId + "/" + START.toEpochMilli();
    }

    private static String command(String id, String machineId, String action, String until) {
        return """
               {"commandId": "%s", "alertId": "%s", "action": "%s", "until": %s, "user": "ana",
                "at": "2026-05-04T08:01:00Z"}
               """
                .formatted(id, id(machineId), action, until);
    }

    private static JobClient start() throws Exception {
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        // Only the test triggers checkpoints.
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofHours(1));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(1);
        byte[] reading = MineJson.toBytes(MachineScript.truck("idle").off(1).readings().get(0));
        AlarmStreams alarms =
                AlarmPatterns.of(
                        unending(
                                env,
                                index -> MineJson.fromBytes(reading, Reading.class),
                                Reading.class,
                                "readings"),
                        Alarms.calmScores(env),
                        Alarms.calmHours(env),
                        Plans.none(env),
                        unending(
                                env,
                                AlarmTaskManagerKillITCase::signal,
                                AlarmSignal.class,
                                "signals"),
                        unending(
                                env,
                                index -> Objects.requireNonNullElse(COMMANDS.poll(), "a pause"),
                                String.class,
                                "commands"),
                        Scores.MINES,
                        AlarmSettings.defaults(),
                        TankSettings.DEFAULT,
                        LifecycleSettings.DEFAULT,
                        Scores.NO_REASONS);
        keep(alarms.alerts(), alert -> ALERTS.add(alert), "alerts");
        keep(alarms.answers(), answer -> ANSWERS.add(answer), "answers");
        return env.executeAsync("kill");
    }

    /** The clocks of three machines are wrong; what follows is of no consequence. */
    private static AlarmSignal signal(long index) {
        boolean wrong = index < MACHINES;
        return AlarmSignal.of(
                new ReportedSignal(
                        "andes",
                        wrong ? "T0" + (index + 1) : "calm",
                        AlertType.CLOCK_JUMP,
                        Severity.WARNING,
                        wrong,
                        START,
                        "a test",
                        Map.of()));
    }

    /** Without watermarks, so that event time does not end the shelving. */
    private static <T> DataStream<T> unending(
            StreamExecutionEnvironment env,
            GeneratorFunction<Long, T> element,
            Class<T> type,
            String uid) {
        return env.fromSource(
                        new DataGeneratorSource<>(
                                element,
                                Long.MAX_VALUE,
                                RateLimiterStrategy.perSecond(20),
                                TypeInformation.of(type)),
                        WatermarkStrategy.<T>noWatermarks()
                                .withTimestampAssigner((one, none) -> START.toEpochMilli()),
                        uid)
                .uid(uid);
    }

    private interface Keeper<T> extends Serializable {
        boolean keep(T record);
    }

    private static <T> void keep(DataStream<T> stream, Keeper<T> keeper, String uid) {
        stream.filter(keeper::keep).uid(uid).sinkTo(new DiscardingSink<>()).uid(uid + "-end");
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
