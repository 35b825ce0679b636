package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.flood.FloodSettings;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.alarm.tank.TankSettings;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertState;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.EventTimeStreams;
import io.fueloptimine.operators.Plans;
import io.fueloptimine.operators.Scores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** One owner per alarm, on a MiniCluster with two subtasks. */
class AlarmOwnerITCase {

    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final int MACHINES = 100;
    private static final int PER_SECOND = 8;

    /** Two subtasks report the same conditions, one of them a millisecond later. */
    @Test
    void makesOneAlarmOfTwoSignalsThatTwoSubtasksReportAtTheSameTime() throws Exception {
        StreamExecutionEnvironment env = EventTimeStreams.environment(2);
        DataGeneratorSource<AlarmSignal> source =
                new DataGeneratorSource<>(
                        index -> jump("T" + index % MACHINES, index < MACHINES ? 0 : 1),
                        2 * MACHINES,
                        TypeInformation.of(AlarmSignal.class));
        List<Alert> alerts =
                run(
                        env,
                        false,
                        env.fromSource(source, WatermarkStrategy.noWatermarks(), "Signals")
                                .uid("signals"),
                        EventTimeStreams.noCommands(env));

        assertThat(alerts).hasSize(MACHINES);
        assertThat(alerts).extracting(Alert::machineId).doesNotHaveDuplicates();
    }

    /** The job fails while an alarm is open, acknowledged and shelved, and goes on. */
    @Test
    void keepsAnOpenAcknowledgedAndShelvedAlarmOverAFailure() throws Exception {
        FailOnce.reset();
        Configuration options = new Configuration();
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options).setParallelism(2);
        env.enableCheckpointing(200);
        DataGeneratorSource<String> commands =
                new DataGeneratorSource<>(
                        AlarmOwnerITCase::command,
                        60,
                        RateLimiterStrategy.perSecond(PER_SECOND),
                        TypeInformation.of(String.class));
        List<Alert> alerts =
                run(
                        env,
                        true,
                        env.fromData(List.of(jump("T01", 0)), TypeInformation.of(AlarmSignal.class))
                                .uid("signals")
                                .setParallelism(1),
                        env.fromSource(commands, WatermarkStrategy.noWatermarks(), "Commands")
                                .uid("commands")
                                .setParallelism(1)
                                .map(new FailOnce())
                                .uid("fail-once")
                                .setParallelism(1));

        assertThat(FailOnce.HAS_FAILED).isTrue();
        assertThat(alerts)
                .extracting(alert -> alert.status().state())
                .containsExactly(
                        AlertState.UNACKNOWLEDGED,
                        AlertState.ACKNOWLEDGED,
                        AlertState.SHELVED,
                        AlertState.ACKNOWLEDGED);
        Alert last = alerts.get(3);
        assertThat(last.active()).isTrue();
        assertThat(last.alertId()).isEqualTo(alerts.get(0).alertId());
        assertThat(last.status().acknowledgedBy()).isEqualTo("ana");
        assertThat(last.status().revision()).isEqualTo(4);
    }

    /** After a pause, acknowledges and shelves; much later, after the failure, unshelves. */
    private static String command(long index) {
        String form =
                """
                {"commandId": "c%d", "alertId": "CLOCK_JUMP/andes/T01/%d", "action": "%s",
                 "until": %s, "user": "ana", "at": "2026-05-04T08:01:00Z"}
                """;
        long id = START.toEpochMilli();
        return switch ((int) index) {
            case 20 -> form.formatted(1, id, "ACKNOWLEDGE", null);
            case 22 -> form.formatted(2, id, "SHELVE", "\"2026-05-04T09:00:00Z\"");
            case 58 -> form.formatted(3, id, "UNSHELVE", null);
            default -> "a pause";
        };
    }

    private static List<Alert> run(
            StreamExecutionEnvironment env,
            boolean rateLimited,
            DataStream<AlarmSignal> signals,
            DataStream<String> commands)
            throws Exception {
        byte[] reading = MineJson.toBytes(MachineScript.truck("idle").off(1).readings().get(0));
        // Without watermarks, so that event time does not end the shelving.
        DataGeneratorSource<Reading> readings =
                new DataGeneratorSource<>(
                        index -> MineJson.fromBytes(reading, Reading.class),
                        rateLimited ? 100 : 1,
                        RateLimiterStrategy.perSecond(PER_SECOND),
                        TypeInformation.of(Reading.class));
        List<Alert> alerts = new ArrayList<>();
        try (CloseableIterator<Alert> told =
                AlarmPatterns.of(
                                env.fromSource(
                                                readings,
                                                WatermarkStrategy.<Reading>noWatermarks()
                                                        .withTimestampAssigner(
                                                                (at, before) ->
                                                                        at.time().toEpochMilli()),
                                                "Readings")
                                        .uid("readings"),
                                Alarms.calmScores(env),
                                Alarms.calmHours(env),
                                Plans.none(env),
                                signals,
                                commands,
                                Scores.MINES,
                                AlarmSettings.defaults()
                                        .withFlood(new FloodSettings(2 * MACHINES, 600, 60, 0)),
                                TankSettings.DEFAULT,
                                LifecycleSettings.DEFAULT,
                                Scores.NO_REASONS)
                        .alerts()
                        .executeAndCollect()) {
            told.forEachRemaining(alerts::add);
        }
        return alerts;
    }

    private static AlarmSignal jump(String machineId, int millisecond) {
        return AlarmSignal.of(
                new ReportedSignal(
                        "andes",
                        machineId,
                        AlertType.CLOCK_JUMP,
                        Severity.WARNING,
                        true,
                        START.plusMillis(millisecond),
                        "a test",
                        Map.of()));
    }

    /** Fails once, after a checkpoint that contains the shelved alarm. */
    private static final class FailOnce
            implements MapFunction<String, String>, CheckpointedFunction, CheckpointListener {

        private static final long serialVersionUID = 1L;

        static final AtomicBoolean HAS_FAILED = new AtomicBoolean();

        private static volatile boolean shelved;
        private static volatile boolean safe;

        private transient boolean snapshotted;

        static void reset() {
            HAS_FAILED.set(false);
            shelved = false;
            safe = false;
        }

        @Override
        public String map(String command) {
            if (command.contains("SHELVE")) {
                shelved = true;
            }
            if (safe && HAS_FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("a failure, for the test");
            }
            return command;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {
            snapshotted = shelved;
        }

        @Override
        public void initializeState(FunctionInitializationContext context) {
            snapshotted = false;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            safe = safe || snapshotted;
        }
    }
}
