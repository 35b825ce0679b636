package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.lifecycle.LifecycleSettings;
import io.fueloptimine.models.mine.alarm.Alert;
import io.fueloptimine.models.mine.alarm.AlertCommandAnswer;
import io.fueloptimine.models.mine.alarm.AlertState;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.FieldFault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands of people to the owner of the alarms. */
class AlarmLifecycleTest {

    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final String ID = "LOW_FUEL/andes/T01/" + START.toEpochMilli();

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
    void acknowledgesAnAlarmAndAnswers() throws Exception {
        lowFuel(0, true);
        command("c1", "ACKNOWLEDGE", null);
        lowFuel(5, false);

        assertThat(states())
                .containsExactly(
                        AlertState.UNACKNOWLEDGED, AlertState.ACKNOWLEDGED, AlertState.NORMAL);
        assertThat(answers()).extracting(AlertCommandAnswer::accepted).containsExactly(true);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void carriesOutARepeatedCommandOnce() throws Exception {
        lowFuel(0, true);
        command("c1", "ACKNOWLEDGE", null);
        command("c1", "ACKNOWLEDGE", null);

        assertThat(states()).hasSize(2);
        assertThat(answers()).extracting(AlertCommandAnswer::accepted).containsExactly(true, true);
    }

    @Test
    void reportsABadRecordAndAnUnknownAlarmAndGoesOn() throws Exception {
        say("no json");
        command("c1", "ACKNOWLEDGE", null);
        lowFuel(0, true);
        command("c2", "ACKNOWLEDGE", null);

        assertThat(answers())
                .extracting(AlertCommandAnswer::commandId, AlertCommandAnswer::accepted)
                .containsExactly(tuple(null, false), tuple("c1", false), tuple("c2", true));
        assertThat(answers().get(1).faults())
                .extracting(FieldFault::field, FieldFault::value)
                .containsExactly(tuple("alertId", ID));
    }

    @Test
    void endsShelvingWhenItsTimeIsOver() throws Exception {
        lowFuel(0, true);
        command("c1", "SHELVE", "2026-05-04T09:00:00Z");
        advanceTo(59);
        assertThat(states()).endsWith(AlertState.SHELVED);
        advanceTo(60);
        assertThat(states()).endsWith(AlertState.UNACKNOWLEDGED);
    }

    @Test
    void continuesAnAlarmThatReturnsSoonAndRaisesANewOneLater() throws Exception {
        lowFuel(0, true);
        lowFuel(5, false);
        lowFuel(12, true);
        lowFuel(20, false);
        lowFuel(60, true);

        assertThat(harness.extractOutputValues())
                .extracting(Alert::alertId, alert -> alert.status().state())
                .containsExactly(
                        tuple(ID, AlertState.UNACKNOWLEDGED),
                        tuple(ID, AlertState.RETURNED_UNACKNOWLEDGED),
                        tuple(ID, AlertState.UNACKNOWLEDGED),
                        tuple(ID, AlertState.RETURNED_UNACKNOWLEDGED),
                        tuple(ID, AlertState.NORMAL),
                        tuple(
                                "LOW_FUEL/andes/T01/" + at(60).toEpochMilli(),
                                AlertState.UNACKNOWLEDGED));
    }

    /** Of an alarm that is open, acknowledged and shelved, a restart keeps all three facts. */
    @Test
    void keepsAllFactsOverARestart() throws Exception {
        lowFuel(0, true);
        command("c1", "ACKNOWLEDGE", null);
        command("c2", "SHELVE", "2026-05-04T09:00:00Z");
        Alert before = last(harness);
        assertThat(before.status().shelvedUntil()).isEqualTo(at(60));
        var snapshot = harness.snapshot(1, 1);

        try (var restored = harness()) {
            restored.initializeState(snapshot);
            restored.open();
            restored.processWatermark1(new Watermark(at(60).toEpochMilli()));
            restored.processWatermark2(new Watermark(at(60).toEpochMilli()));

            Alert after = last(restored);
            assertThat(after.active()).isTrue();
            assertThat(after.alertId()).isEqualTo(before.alertId());
            assertThat(after.status().state()).isEqualTo(AlertState.ACKNOWLEDGED);
            assertThat(after.status().acknowledgedBy()).isEqualTo("ana");
            assertThat(after.status().acknowledgedAt()).isEqualTo(before.status().acknowledgedAt());
            assertThat(after.status().revision()).isEqualTo(4);
        }
    }

    /** The alarm of the site suppresses that of the machine, which is shown again after it. */
    @Test
    void suppressesAnAlarmThatBelongsToOneOfTheSite() throws Exception {
        lowFuel(0, true);
        process(lowFuelSignal(0, true).withGrouped(true, at(5)), 5);
        process(lowFuelSignal(0, true).withGrouped(false, at(20)), 20);
        process(lowFuelSignal(0, true).withGrouped(true, at(25)), 25);
        lowFuel(30, false);

        assertThat(states())
                .containsExactly(
                        AlertState.UNACKNOWLEDGED,
                        AlertState.SUPPRESSED,
                        AlertState.UNACKNOWLEDGED,
                        AlertState.SUPPRESSED,
                        AlertState.SUPPRESSED,
                        AlertState.NORMAL);
        assertThat(harness.extractOutputValues().get(1).status().changedAt()).isEqualTo(at(5));
        assertThat(last(harness).clearedAt()).isEqualTo(at(30));
    }

    /** Found by the clock of the computer, while event time stands still. */
    @Test
    void raisesASignalWithoutEventTimeAtOnce() throws Exception {
        harness.processElement1(new StreamRecord<>(lowFuelSignal(2, true)));
        assertThat(states()).containsExactly(AlertState.UNACKNOWLEDGED);
    }

    @Test
    void givesEveryAlertItsTextsInTwoLanguages() throws Exception {
        lowFuel(0, true);
        assertThat(last(harness).en().seen()).isEqualTo("Tank level of T01 is 9.0 %.");
        assertThat(last(harness).es().seen()).isEqualTo("El nivel del tanque de T01 es de 9.0 %.");
    }

    private void lowFuel(int minute, boolean present) throws Exception {
        process(lowFuelSignal(minute, present), minute);
    }

    private void process(AlarmSignal signal, int minute) throws Exception {
        harness.processElement1(signal, at(minute).toEpochMilli());
        advanceTo(minute);
    }

    private static AlarmSignal lowFuelSignal(int minute, boolean present) {
        return new AlarmSignal(
                "andes",
                "T01",
                AlertType.LOW_FUEL,
                Severity.WARNING,
                at(minute),
                present,
                "Tank level 9.0 %",
                Map.of("levelPct", 9.0, "limit", 12.0));
    }

    private void advanceTo(int minute) throws Exception {
        harness.processWatermark1(new Watermark(at(minute).toEpochMilli()));
        harness.processWatermark2(new Watermark(at(minute).toEpochMilli()));
    }

    private void command(String id, String action, String until) throws Exception {
        say(
                """
                {"commandId": "%s", "alertId": "%s", "action": "%s", "until": %s, "user": "ana",
                 "at": "2026-05-04T08:01:00Z"}
                """
                        .formatted(id, ID, action, until == null ? null : '"' + until + '"'));
    }

    private void say(String json) throws Exception {
        harness.processElement2(new StreamRecord<>(MinuteOrCommand.of(json)));
    }

    private List<AlertState> states() {
        return harness.extractOutputValues().stream().map(alert -> alert.status().state()).toList();
    }

    private List<AlertCommandAnswer> answers() {
        return harness.getSideOutput(RaiseAndClearAlarms.ANSWERS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static Alert last(
            KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, MinuteOrCommand, Alert>
                    played) {
        List<Alert> alerts = played.extractOutputValues();
        return alerts.get(alerts.size() - 1);
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
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
