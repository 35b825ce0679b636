package io.fueloptimine.operators.alarm;

import static io.fueloptimine.operators.alarm.MachineScript.truck;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.PendingSignals;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.operators.StateStory;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Snapshots of 0.1.0-a were written before anything in these states was forgotten. */
class WatchersStateTest {

    private static final AlarmSettings SETTINGS = AlarmSettings.defaults();
    private static final List<MachineMinute> STUCK =
            truck("T01").stuckFuelRate(250.0).drive(SETTINGS.stuckMin()).minutes();
    private static final List<MachineMinute> LOST =
            truck("T01").drive(2).silence(10).drive(1).minutes();

    /** All but one of the minutes that make it suspicious have been counted at the snapshot. */
    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, MachineMinute, AlarmSignal>>
            SENSORS =
                    new StateStory<>(
                            "watch-sensors",
                            () -> harness(new WatchSensors(SETTINGS)),
                            harness -> say(harness, STUCK.subList(0, STUCK.size() - 1)),
                            harness -> say(harness, STUCK.subList(STUCK.size() - 1, STUCK.size())));

    /** The machine is silent at the snapshot, and that has been told. */
    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, MachineMinute, AlarmSignal>>
            SILENCE =
                    new StateStory<>(
                            "watch-silence",
                            () -> harness(new WatchSilence(SETTINGS)),
                            harness -> {
                                say(harness, LOST.subList(0, 2));
                                harness.processWatermark(LOST.get(2).start().toEpochMilli() - 1);
                            },
                            harness -> say(harness, LOST.subList(2, 3)));

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void findsTheSensorThatWasStuckBefore(String version) throws Exception {
        assertThat(SENSORS.toldAfter(version))
                .isEqualTo(SENSORS.toldAfterItself())
                .extracting(signal -> ((AlarmSignal) signal).type())
                .containsExactly(AlertType.STUCK_SENSOR);
    }

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void endsTheSilenceThatAnEarlierVersionReported(String version) throws Exception {
        assertThat(SILENCE.toldAfter(version))
                .isEqualTo(SILENCE.toldAfterItself())
                .extracting(signal -> ((AlarmSignal) signal).present())
                .containsExactly(false);
    }

    @Test
    void remembersNothingOfASensorAfterAMonthWithoutWork() throws Exception {
        try (var harness = harness(new WatchSensors(SETTINGS))) {
            harness.open();
            say(harness, STUCK.subList(0, STUCK.size() - 1));
            harness.setStateTtlProcessingTime(Duration.ofDays(31).toMillis());
            say(harness, STUCK.subList(STUCK.size() - 1, STUCK.size()));

            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void remembersNothingOfASilentMachine() throws Exception {
        try (var harness = harness(new WatchSilence(SETTINGS))) {
            harness.open();
            say(harness, LOST.subList(0, 2));
            harness.processWatermark(LOST.get(2).start().toEpochMilli() - 1);

            assertThat(harness.extractOutputValues())
                    .extracting(AlarmSignal::present)
                    .containsExactly(false, true);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void aMinuteAheadOfEventTimeRaisesAndEndsTheSilenceBeforeIt() throws Exception {
        try (var harness = harness(new WatchSilence(SETTINGS))) {
            harness.open();
            say(harness, LOST);

            List<AlarmSignal> signals = harness.extractOutputValues();
            assertThat(signals)
                    .extracting(AlarmSignal::present)
                    .containsExactly(false, true, false);
            assertThat(signals.get(1).at())
                    .isEqualTo(LOST.get(1).lastAt().plusSeconds(SETTINGS.silenceS()));
            assertThat(new PendingSignals(List.of(signals.get(2), signals.get(1)), null).inOrder())
                    .containsExactly(signals.get(1), signals.get(2));
        }
    }

    /** As at the start of a job, when the first messages of a machine come two minutes late. */
    @Test
    void aMachineThatWasHeardOnceIsNotSilentYet() throws Exception {
        try (var harness = harness(new WatchSilence(SETTINGS))) {
            harness.open();
            say(harness, truck("T01").drive(1).silence(3).drive(3).minutes());
            assertThat(harness.extractOutputValues()).noneMatch(AlarmSignal::present);
        }
    }

    @Test
    void minutesThatArriveLongAfterTheirEndAreNoSilence() throws Exception {
        try (var harness = harness(new WatchSilence(SETTINGS))) {
            harness.open();
            List<MachineMinute> late = truck("T01").drive(10).minutes();
            say(harness, late.subList(0, 3));
            harness.processWatermark(late.get(9).end().toEpochMilli());
            int before = harness.extractOutputValues().size();
            say(harness, late.subList(3, 6));
            harness.processWatermark(late.get(9).end().toEpochMilli() + 1);
            assertThat(harness.extractOutputValues().subList(before, before + 1))
                    .noneMatch(AlarmSignal::present);
            assertThat(harness.extractOutputValues()).hasSize(before + 1);
        }
    }

    @Test
    void aMachineThatIsSwitchedOffIsNotSilent() throws Exception {
        try (var harness = harness(new WatchSilence(SETTINGS))) {
            harness.open();
            say(harness, truck("T01").drive(3).off(1).silence(10).drive(1).minutes());
            assertThat(harness.extractOutputValues()).noneMatch(AlarmSignal::present);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MachineMinute, AlarmSignal>
            harness(KeyedProcessFunction<String, MachineMinute, AlarmSignal> watcher)
                    throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(watcher), MachineMinute::machineKey, Types.STRING);
    }

    private static void say(
            KeyedOneInputStreamOperatorTestHarness<String, MachineMinute, AlarmSignal> harness,
            List<MachineMinute> minutes)
            throws Exception {
        for (MachineMinute minute : minutes) {
            harness.processElement(minute, minute.end().toEpochMilli() - 1);
        }
    }
}
