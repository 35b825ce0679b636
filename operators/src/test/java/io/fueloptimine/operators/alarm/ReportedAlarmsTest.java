package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signals of other jobs: without timestamps, and not bound to event time. */
class ReportedAlarmsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, MinuteOrCommand, Alert>
            harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void raisesOneAlarmHoweverOftenItIsReportedAndClearsIt() throws Exception {
        report("T01", 0, Severity.WARNING, true);
        report("T01", 3_600, Severity.WARNING, true);
        report("T01", 4_000, Severity.INFO, false);
        report("T01", 4_001, Severity.INFO, false);

        String id = "CLOCK_JUMP/andes/T01/" + START.toEpochMilli();
        assertThat(harness.extractOutputValues())
                .extracting(Alert::alertId, Alert::severity, Alert::clearedAt)
                .containsExactly(
                        tuple(id, Severity.WARNING, null),
                        tuple(id, Severity.WARNING, START.plusSeconds(4_000)));
    }

    @Test
    void raisesTheSeverityOfAnOpenAlarm() throws Exception {
        report("T01", 0, Severity.WARNING, true);
        report("T01", 60, Severity.CRITICAL, true);

        assertThat(harness.extractOutputValues())
                .extracting(Alert::severity, Alert::raisedAt)
                .containsExactly(tuple(Severity.WARNING, START), tuple(Severity.CRITICAL, START));
    }

    @Test
    void keepsTheAlarmOfASiteApartFromThoseOfItsMachines() throws Exception {
        report(null, 0, Severity.WARNING, true);
        report("T01", 0, Severity.WARNING, true);
        report(null, 60, Severity.INFO, false);

        assertThat(harness.extractOutputValues())
                .extracting(Alert::machineId, Alert::clearedAt)
                .containsExactly(
                        tuple(null, null), tuple("T01", null), tuple(null, START.plusSeconds(60)));
    }

    @Test
    void aTimeFarAheadDelaysNoAlarm() throws Exception {
        report("T01", 400L * 86_400, Severity.WARNING, true);
        report("T01", 10, Severity.INFO, false);

        assertThat(harness.extractOutputValues()).hasSize(2);
    }

    @Test
    void clearsAfterARestartWhatWasRaisedBefore() throws Exception {
        report("T01", 0, Severity.WARNING, true);
        var snapshot = harness.snapshot(1, 1);
        try (var restored = harness()) {
            restored.initializeState(snapshot);
            restored.open();
            restored.processElement1(new StreamRecord<>(signal("T01", 60, Severity.INFO, false)));
            assertThat(restored.extractOutputValues())
                    .extracting(Alert::clearedAt)
                    .containsExactly(START.plusSeconds(60));
        }
    }

    private void report(String machineId, long second, Severity severity, boolean active)
            throws Exception {
        harness.processElement1(new StreamRecord<>(signal(machineId, second, severity, active)));
    }

    private static AlarmSignal signal(
            String machineId, long second, Severity severity, boolean active) {
        return AlarmSignal.of(
                new ReportedSignal(
                        "andes",
                        machineId,
                        AlertType.CLOCK_JUMP,
                        severity,
                        active,
                        START.plusSeconds(second),
                        "a test",
                        Map.of("aheadS", 9.0)));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, AlarmSignal, MinuteOrCommand, Alert>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(
                        new RaiseAndClearAlarms(
                                AlarmSettings.defaults(), LifecycleSettings.DEFAULT)),
                AlarmSignal::machineKey,
                MinuteOrCommand::machineKey,
                Types.STRING);
    }
}
