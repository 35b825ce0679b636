package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.HeardMachine;
import io.fueloptimine.models.alarm.SilentMachine;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** All machines of the site fall silent, so that event time stands still. */
class SiteSilenceTest {

    private static final AlarmSettings SETTINGS = AlarmSettings.defaults();
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final long LIMIT_MS = SETTINGS.flood().siteSilenceS() * 1_000L;
    private static final int SILENCE_S = SETTINGS.silenceS();
    private static final int TRUCKS = 60;

    /** The wall clock does not have to agree with the time of the mine. */
    private static final long WALL = 1_000_000;

    @Test
    void raisesOneAlarmForTheSiteWhileEventTimeStandsStill() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hearAll(harness, 0);
            harness.setProcessingTime(WALL + LIMIT_MS - 1);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.setProcessingTime(WALL + LIMIT_MS);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(
                            signal -> {
                                assertThat(signal.present()).isTrue();
                                assertThat(signal.machineId()).isNull();
                                assertThat(signal.severity()).isEqualTo(Severity.CRITICAL);
                                assertThat(signal.evidence()).containsEntry("machines", 60.0);
                                assertThat(signal.message()).contains("T00, T01, T02");
                                assertThat(signal.at())
                                        .isEqualTo(START.plusSeconds(59 + SILENCE_S));
                            });
            harness.setProcessingTime(WALL + 10 * LIMIT_MS);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void waitsAnewAfterEachMinuteOfAMachine() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hearAll(harness, 0);
            harness.setProcessingTime(WALL + LIMIT_MS - 1);
            hear(harness, "T07", 60, true);
            harness.setProcessingTime(WALL + 2 * LIMIT_MS - 2);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.setProcessingTime(WALL + 2 * LIMIT_MS - 1);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    /** The readings between were lost, so that event time finds the same silence on return. */
    @Test
    void isTheSameAlarmAsThatOfEventTimeAndEndsOnReturn() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hearAll(harness, 0);
            harness.setProcessingTime(WALL + LIMIT_MS);
            for (int truck = 0; truck < TRUCKS; truck++) {
                String id = name(truck);
                harness.processElement1(silent(id), at(660));
                harness.processElement1(back(id, 660), at(660));
                hear(harness, id, 600, true);
            }
            harness.processBothWatermarks(new Watermark(at(3_600)));

            assertEndedOnce(harness, START.plusSeconds(660));
            assertThat(harness.numKeyedStateEntries())
                    .as("heard machines, and two times of the clock")
                    .isEqualTo(3);
        }
    }

    /** The readings were kept on the way, so that event time finds no silence. */
    @Test
    void endsOnReturnWhenNoReadingWasLost() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hearAll(harness, 0);
            harness.setProcessingTime(WALL + LIMIT_MS);
            for (int truck = 0; truck < TRUCKS; truck++) {
                hear(harness, name(truck), 60, true);
            }
            harness.processBothWatermarks(new Watermark(at(3_600)));

            assertEndedOnce(harness, START.plusSeconds(59 + SILENCE_S));
        }
    }

    @Test
    void leavesOutMachinesThatRestAndThoseThatWereSilentBefore() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hear(harness, "SILENT", -600, true);
            hear(harness, "PARKED", 0, false);
            hear(harness, "T1", 0, true);
            harness.setProcessingTime(WALL + LIMIT_MS);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.message()).endsWith(": T1"));
        }
    }

    /** Event time finds the silence of the first half, and the clock that of the others. */
    @Test
    void extendsTheAlarmWhenTheOtherMachinesFallSilentLater() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hearAll(harness, 0);
            for (int truck = 0; truck < TRUCKS / 2; truck++) {
                harness.processElement1(silent(name(truck)), at(59 + SILENCE_S));
            }
            for (int truck = TRUCKS / 2; truck < TRUCKS; truck++) {
                hear(harness, name(truck), 600, true);
            }
            harness.processBothWatermarks(new Watermark(at(660)));
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.message()).startsWith("30 machines"));

            harness.setProcessingTime(WALL + LIMIT_MS);
            assertThat(harness.extractOutputValues()).hasSize(2);
            AlarmSignal all = harness.extractOutputValues().get(1);
            assertThat(all.message()).startsWith("60 machines").contains("T00").contains("T59");
            assertThat(all.severity()).isEqualTo(Severity.CRITICAL);
            harness.setProcessingTime(WALL + 10 * LIMIT_MS);
            assertThat(harness.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void raisesNothingWhenAllMachinesRest() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hear(harness, "PARKED", 0, false);
            harness.setProcessingTime(WALL + 10 * LIMIT_MS);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void raisesNothingAtTheEndOfABoundedInput() throws Exception {
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hearAll(harness, 0);
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            harness.setProcessingTime(WALL + 10 * LIMIT_MS);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void raisesNothingWhenItIsSwitchedOff() throws Exception {
        AlarmSettings off = SETTINGS.withFlood(SETTINGS.flood().withSiteSilenceS(0));
        try (var harness = harness(off)) {
            harness.open();
            hearAll(harness, 0);
            harness.setProcessingTime(WALL + 10 * LIMIT_MS);
            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.numProcessingTimeTimers()).isZero();
        }
    }

    /** While the job is down, nothing is heard; the time counts from its start. */
    @Test
    void countsFromTheStartOfTheTaskAfterARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(SETTINGS)) {
            harness.open();
            hearAll(harness, 0);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness(SETTINGS)) {
            harness.initializeState(snapshot);
            long restart = WALL + 100 * LIMIT_MS;
            harness.open();
            harness.setProcessingTime(restart);
            harness.setProcessingTime(restart + LIMIT_MS - 1);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.setProcessingTime(restart + LIMIT_MS);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    private static void assertEndedOnce(
            KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, HeardMachine, AlarmSignal>
                    harness,
            Instant end) {
        List<AlarmSignal> ofSite =
                harness.extractOutputValues().stream()
                        .filter(signal -> signal.machineId() == null)
                        .toList();
        assertThat(ofSite).extracting(AlarmSignal::present).containsExactly(true, false);
        assertThat(ofSite.get(1).at()).isEqualTo(end);
        assertThat(ofSite).extracting(AlarmSignal::alarmKey).containsOnly("SILENT_SENSOR:common");
        assertThat(harness.extractOutputValues())
                .filteredOn(signal -> signal.machineId() != null)
                .noneMatch(AlarmSignal::present);
    }

    /** Each truck has sent its last reading in a second of its own. */
    private static void hearAll(
            KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, HeardMachine, AlarmSignal>
                    harness,
            int second)
            throws Exception {
        harness.setProcessingTime(WALL);
        for (int truck = 0; truck < TRUCKS; truck++) {
            hear(harness, name(truck), second, true);
        }
        harness.processBothWatermarks(new Watermark(at(second + 60)));
    }

    private static void hear(
            KeyedTwoInputStreamOperatorTestHarness<String, AlarmSignal, HeardMachine, AlarmSignal>
                    harness,
            String machineId,
            int second,
            boolean watched)
            throws Exception {
        Instant end = START.plusSeconds(second + 60);
        harness.processElement2(
                new HeardMachine("andes", machineId, end, end.minusSeconds(1), watched),
                end.toEpochMilli() - 1);
    }

    private static AlarmSignal silent(String machineId) {
        return SilentMachine.signal(
                "andes",
                machineId,
                START.plusSeconds(59),
                START.plusSeconds(59 + SILENCE_S),
                SILENCE_S);
    }

    private static AlarmSignal back(String machineId, int second) {
        return new AlarmSignal(
                "andes",
                machineId,
                AlertType.SILENT_SENSOR,
                Severity.INFO,
                START.plusSeconds(second),
                false,
                "Telemetry received again",
                Map.of());
    }

    private static String name(int truck) {
        return "T%02d".formatted(truck);
    }

    private static long at(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, AlarmSignal, HeardMachine, AlarmSignal>
            harness(AlarmSettings settings) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new ControlFloods(settings)),
                AlarmSignal::site,
                HeardMachine::site,
                Types.STRING);
    }
}
