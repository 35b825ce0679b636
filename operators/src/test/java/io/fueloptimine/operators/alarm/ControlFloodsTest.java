package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.HeardMachine;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ControlFloodsTest {

    private static final AlarmSettings SETTINGS = AlarmSettings.defaults();
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    /** What the silence of one machine waits for others, in seconds. */
    private static final int HOLD = SETTINGS.flood().silenceHoldS();

    @Test
    void raisesTheSilenceOfOneMachineWhenItHasLasted() throws Exception {
        try (var harness = harness()) {
            harness.open();
            say(harness, silent("T01", 0));
            harness.processBothWatermarks(new Watermark(at(HOLD) - 1));
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processBothWatermarks(new Watermark(at(HOLD)));
            say(harness, back("T01", 600));
            harness.processBothWatermarks(new Watermark(at(600)));

            assertThat(harness.extractOutputValues())
                    .containsExactly(silent("T01", 0), back("T01", 600));
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void signalsNothingForASilenceThatEndsSoon() throws Exception {
        assertThat(play(List.of(silent("T01", 0), back("T01", HOLD - 1)))).isEmpty();
    }

    @Test
    void makesTheSilenceOfSixtyMachinesOneSignal() throws Exception {
        List<AlarmSignal> signals = new ArrayList<>();
        for (int truck = 0; truck < 60; truck++) {
            signals.add(silent("T" + truck, truck % 40));
            signals.add(back("T" + truck, 600 + truck));
        }
        List<AlarmSignal> out = play(signals);

        assertThat(out).extracting(AlarmSignal::present).containsExactly(true, false);
        assertThat(out).extracting(AlarmSignal::machineId).containsOnlyNulls();
        assertThat(out.get(0).at()).isEqualTo(START);
        assertThat(out.get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(out.get(0).evidence()).containsEntry("machines", 60.0);
        assertThat(out.get(0).message()).startsWith("60 machines send no telemetry");
        assertThat(out.get(1).at()).isEqualTo(START.plusSeconds(655));
    }

    @Test
    void givesTheSameSignalsInAnyOrderOfArrival() throws Exception {
        List<AlarmSignal> signals = new ArrayList<>();
        for (int truck = 0; truck < 12; truck++) {
            signals.add(silent("T" + truck, 7 * truck));
            signals.add(back("T" + truck, 150 + 31 * truck));
        }
        List<AlarmSignal> expected = play(signals);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(signals, new Random(seed));
            assertThat(play(signals)).isEqualTo(expected);
        }
    }

    @Test
    void raisesThoseThatStaySilentOneByOneAfterTheCommonSilence() throws Exception {
        List<AlarmSignal> signals = new ArrayList<>();
        IntStream.range(0, 6).forEach(truck -> signals.add(silent("T" + truck, truck)));
        signals.add(silent("LATE", 290));
        IntStream.range(0, 5).forEach(truck -> signals.add(back("T" + truck, 300)));
        signals.add(back("T5", 900));
        List<AlarmSignal> out = play(signals);

        assertThat(out)
                .extracting(signal -> signal.machineId() + " " + signal.present())
                .containsExactly(
                        "null true", "null true", "null false", "T5 true", "LATE true", "T5 false");
        assertThat(out.get(1).message()).startsWith("7 machines").contains("LATE");
    }

    @Test
    void keepsSitesApart() throws Exception {
        List<AlarmSignal> signals = new ArrayList<>();
        for (int truck = 0; truck < 4; truck++) {
            signals.add(silent("T" + truck, 0));
            signals.add(signal("pampa", "T" + truck, 0, true));
        }
        assertThat(play(signals)).hasSize(8).noneMatch(signal -> signal.machineId() == null);
    }

    @Test
    void keepsTheCommonSilenceOverARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            for (int truck = 0; truck < 5; truck++) {
                say(harness, silent("T" + truck, truck));
            }
            harness.processBothWatermarks(new Watermark(at(HOLD)));
            assertThat(harness.extractOutputValues()).hasSize(1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            say(harness, silent("T9", 200));
            say(harness, back("T0", 300));
            harness.processBothWatermarks(new Watermark(at(400)));
            assertThat(harness.extractOutputValues())
                    .as("T9 joins")
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.message()).startsWith("6 machines"));
            say(harness, back("T1", 401));
            harness.processBothWatermarks(new Watermark(at(401)));

            assertThat(harness.extractOutputValues())
                    .extracting(signal -> signal.machineId() + " " + signal.present())
                    .contains("null false");
        }
    }

    /** Everything arrives before event time has advanced, as after an outage of the broker. */
    private static List<AlarmSignal> play(List<AlarmSignal> signals) throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (AlarmSignal signal : signals) {
                say(harness, signal);
            }
            harness.processBothWatermarks(new Watermark(at(3_600)));
            return harness.extractOutputValues();
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, AlarmSignal, HeardMachine, AlarmSignal>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ControlFloods(SETTINGS)),
                AlarmSignal::site,
                HeardMachine::site,
                Types.STRING);
    }

    private static void say(
            KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, HeardMachine, AlarmSignal>
                    harness,
            AlarmSignal signal)
            throws Exception {
        harness.processElement1(signal, signal.at().toEpochMilli());
    }

    private static AlarmSignal silent(String machineId, int second) {
        return signal("andes", machineId, second, true);
    }

    private static AlarmSignal back(String machineId, int second) {
        return signal("andes", machineId, second, false);
    }

    private static AlarmSignal signal(String site, String machineId, int second, boolean present) {
        return new AlarmSignal(
                site,
                machineId,
                AlertType.SILENT_SENSOR,
                Severity.WARNING,
                START.plusSeconds(second),
                present,
                "No telemetry",
                Map.of());
    }

    private static long at(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }
}
