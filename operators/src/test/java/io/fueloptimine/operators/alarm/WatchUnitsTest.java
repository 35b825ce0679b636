package io.fueloptimine.operators.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.rule.UnitActivity;
import io.fueloptimine.models.alarm.rule.UnitEvent;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.operators.Plans;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class WatchUnitsTest {

    /** A shift begins at this time. */
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private static final MineSites MINES =
            MineSites.of(MineSiteFile.read(Path.of("../deploy/local/mines/andes.yaml")));
    private static final AlarmSettings SETTINGS = AlarmSettings.defaults();

    @Test
    void raisesAnOverloadOfTheUnitOnceAShiftAndClearsItAtItsEnd() throws Exception {
        try (var harness = opened()) {
            load(harness, Collections.nCopies(30, 1.15), 1);
            assertThat(types(harness)).containsExactly(AlertType.OVERLOAD);
            assertThat(harness.extractOutputValues().get(0).machineId()).isEqualTo("SH01");

            harness.processBothWatermarks(watermark(START.plusSeconds(12 * 3_600)));
            harness.processBothWatermarks(watermark(START.plusSeconds(12 * 3_600 + 600)));
            assertThat(harness.extractOutputValues())
                    .extracting(AlarmSignal::present)
                    .containsExactly(true, false);
        }
    }

    @Test
    void toleratesATenthOfTheLoadsAboveOneHundredAndTenPercent() throws Exception {
        try (var harness = opened()) {
            List<Double> loads = new ArrayList<>(Collections.nCopies(36, 1.02));
            loads.addAll(Collections.nCopies(4, 1.12));
            Collections.shuffle(loads, new Random(3));
            load(harness, loads, 1);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void judgesLoadsThatArriveOutOfOrderAlike() throws Exception {
        try (var harness = opened()) {
            load(harness, Collections.nCopies(30, 1.15), -1);
            assertThat(types(harness)).containsExactly(AlertType.OVERLOAD);
        }
    }

    @Test
    void raisesAnUnderload() throws Exception {
        try (var harness = opened()) {
            load(harness, Collections.nCopies(20, 0.85), 1);
            assertThat(types(harness)).containsExactly(AlertType.UNDERLOAD);
        }
    }

    @Test
    void leavesALoadOfThePreviousShiftOut() throws Exception {
        try (var harness = opened()) {
            load(harness, Collections.nCopies(9, 1.15), 1);
            event(harness, UnitActivity.LOAD, START.minusSeconds(600), 1.15);
            assertThat(harness.extractOutputValues()).isEmpty();
            event(harness, UnitActivity.LOAD, START.plusSeconds(9_000), 1.15);
            harness.processBothWatermarks(watermark(START.plusSeconds(9_000)));
            assertThat(types(harness)).containsExactly(AlertType.OVERLOAD);
        }
    }

    @Test
    void countsLoadsOfTheShiftBeforeARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = opened()) {
            load(harness, Collections.nCopies(9, 1.15), 1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            event(harness, UnitActivity.LOAD, START.plusSeconds(9_000), 1.15);
            harness.processBothWatermarks(watermark(START.plusSeconds(9_000)));
            assertThat(types(harness)).containsExactly(AlertType.OVERLOAD);
        }
    }

    @Test
    void findsTheTruckWhoseScaleDiffersFromTheOthersAtTheUnit() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = opened()) {
            loadOfFiveTrucks(harness, 0, 8, 1.1);
            assertThat(harness.extractOutputValues()).isEmpty();
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            loadOfFiveTrucks(harness, 8, 14, 1.1);
            assertThat(harness.extractOutputValues())
                    .filteredOn(signal -> signal.type() == AlertType.PAYLOAD_BIAS)
                    .extracting(AlarmSignal::machineId)
                    .containsExactly("T05");
        }
    }

    @Test
    void takesAnOverloadOfAllTrucksForNoErrorOfAScale() throws Exception {
        try (var harness = opened()) {
            for (int i = 0; i < 100; i++) {
                load(harness, "T0" + (1 + i % 5), i, 1.15);
            }
            assertThat(types(harness)).containsExactly(AlertType.OVERLOAD);
        }
    }

    /** Each of five trucks is loaded in turn; the scale of the last one shows more or less. */
    private static void loadOfFiveTrucks(
            KeyedTwoInputStreamOperatorTestHarness<String, UnitEvent, DispatchPlan, AlarmSignal>
                    harness,
            int from,
            int until,
            double factor)
            throws Exception {
        for (int i = 5 * from; i < 5 * until; i++) {
            int truck = 1 + i % 5;
            load(harness, "T0" + truck, i, truck == 5 ? factor : 1);
        }
    }

    private static void load(
            KeyedTwoInputStreamOperatorTestHarness<String, UnitEvent, DispatchPlan, AlarmSignal>
                    harness,
            String truckId,
            int position,
            double share)
            throws Exception {
        Instant at = START.plusSeconds(300L * (position + 1));
        harness.processElement1(
                new UnitEvent("andes", "SH01", truckId, at, UnitActivity.LOAD, share), ms(at));
        harness.processBothWatermarks(watermark(at));
    }

    @Test
    void judgesScalesAlikeInAnyOrderOfArrival() throws Exception {
        List<UnitEvent> loads = new ArrayList<>();
        for (int i = 0; i < 140; i++) {
            int truck = 1 + i % 5;
            Instant at = START.plusSeconds(150L * (i / 2 + 1));
            double share = (truck == 5 && i > 60 ? 1.1 : 1) + 0.001 * (i % 7);
            loads.add(new UnitEvent("andes", "SH01", "T0" + truck, at, UnitActivity.LOAD, share));
        }
        List<AlarmSignal> expected = signals(loads);
        assertThat(expected).extracting(AlarmSignal::type).contains(AlertType.PAYLOAD_BIAS);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(loads, new Random(seed));
            assertThat(signals(loads)).isEqualTo(expected);
        }
    }

    /** All loads arrive before event time has advanced. */
    private static List<AlarmSignal> signals(List<UnitEvent> loads) throws Exception {
        try (var harness = opened()) {
            for (UnitEvent load : loads) {
                harness.processElement1(load, ms(load.at()));
            }
            harness.processBothWatermarks(watermark(START.plusSeconds(11 * 3_600)));
            return harness.extractOutputValues();
        }
    }

    @Test
    void raisesHangBeyondThePlanAndClearsItWhenTrucksCome() throws Exception {
        try (var harness = opened()) {
            // The unit loads for 178 s: busy for 0.74 of the time.
            harness.processElement2(Plans.of("andes", START, "FACE-1", 15), ms(START));
            minutes(harness, UnitActivity.WORK, 0, 5);
            minutes(harness, UnitActivity.HANG, 5, 60);
            assertThat(types(harness)).containsExactly(AlertType.UNIT_HANG);

            minutes(harness, UnitActivity.WORK, 60, 120);
            assertThat(harness.extractOutputValues())
                    .extracting(AlarmSignal::present)
                    .containsExactly(true, false);
        }
    }

    @Test
    void expectsTheHangThatAPlanWithFewTripsCauses() throws Exception {
        try (var harness = opened()) {
            harness.processElement2(Plans.of("andes", START, "FACE-1", 5), ms(START));
            minutes(harness, UnitActivity.WORK, 0, 5);
            minutes(harness, UnitActivity.HANG, 5, 60);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void judgesNoHangWithoutAPlan() throws Exception {
        try (var harness = opened()) {
            minutes(harness, UnitActivity.HANG, 0, 120);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void raisesAQueueBeyondThePlan() throws Exception {
        try (var harness = opened()) {
            harness.processElement2(Plans.of("andes", START, "FACE-1", 10), ms(START));
            for (int truck = 0; truck < 4; truck++) {
                for (int minute = 0; minute < 60; minute++) {
                    event(harness, UnitActivity.QUEUE, end(minute), Double.NaN);
                }
            }
            harness.processBothWatermarks(watermark(end(60)));
            assertThat(types(harness)).containsExactly(AlertType.UNIT_QUEUE);
        }
    }

    @Test
    void reportsALoadOnceWithTheUnitThatLoadedIt() throws Exception {
        List<MachineMinute> minutes =
                MachineScript.truck("T01")
                        .enter(ProductionState.QUEUED, null, "SH01")
                        .idle(2)
                        .enter(ProductionState.LOADING, null, "SH01")
                        .payload(150)
                        .idle(3)
                        .enter(ProductionState.HAULING, null, null)
                        .payload(319)
                        .drive(8)
                        .minutes();
        assertThat(reports(minutes))
                .extracting(UnitEvent::activity)
                .containsExactly(UnitActivity.QUEUE, UnitActivity.QUEUE, UnitActivity.LOAD);
        UnitEvent load = reports(minutes).get(2);
        assertThat(load.unitId()).isEqualTo("SH01");
        assertThat(load.loadShare()).isEqualTo(1.1);
    }

    @Test
    void reportsHangAndWorkOfAUnit() throws Exception {
        List<MachineMinute> minutes =
                new MachineScript("SH01", EquipmentKind.SHOVEL)
                        .in(ProductionState.QUEUED)
                        .idle(2)
                        .in(ProductionState.LOADING)
                        .idle(1)
                        .in(ProductionState.STOPPED)
                        .idle(1)
                        .minutes();
        assertThat(reports(minutes))
                .extracting(UnitEvent::activity)
                .containsExactly(UnitActivity.HANG, UnitActivity.HANG, UnitActivity.WORK);
    }

    private static List<UnitEvent> reports(List<MachineMinute> minutes) throws Exception {
        try (var describe =
                        new KeyedOneInputStreamOperatorTestHarness<>(
                                new KeyedProcessOperator<>(new DescribeMinutes()),
                                MachineMinute::machineKey,
                                Types.STRING);
                var report =
                        new KeyedOneInputStreamOperatorTestHarness<>(
                                new KeyedProcessOperator<>(new ReportUnits(MINES)),
                                MachineMinute::machineKey,
                                Types.STRING)) {
            describe.open();
            report.open();
            for (MachineMinute minute : minutes) {
                describe.processElement(minute, ms(minute.end()));
            }
            for (MachineMinute minute : describe.extractOutputValues()) {
                report.processElement(minute, ms(minute.end()));
            }
            return report.extractOutputValues();
        }
    }

    /** Loads every five minutes, in the order of time or against it. */
    private static void load(
            KeyedTwoInputStreamOperatorTestHarness<String, UnitEvent, DispatchPlan, AlarmSignal>
                    harness,
            List<Double> shares,
            int direction)
            throws Exception {
        for (int i = 0; i < shares.size(); i++) {
            int position = direction > 0 ? i : shares.size() - 1 - i;
            event(
                    harness,
                    UnitActivity.LOAD,
                    START.plusSeconds(300L * (position + 1)),
                    shares.get(position));
        }
        harness.processBothWatermarks(watermark(START.plusSeconds(300L * shares.size())));
    }

    private static void minutes(
            KeyedTwoInputStreamOperatorTestHarness<String, UnitEvent, DispatchPlan, AlarmSignal>
                    harness,
            UnitActivity activity,
            int from,
            int until)
            throws Exception {
        for (int minute = from; minute < until; minute++) {
            event(harness, activity, end(minute), Double.NaN);
            harness.processBothWatermarks(watermark(end(minute)));
        }
    }

    private static void event(
            KeyedTwoInputStreamOperatorTestHarness<String, UnitEvent, DispatchPlan, AlarmSignal>
                    harness,
            UnitActivity activity,
            Instant at,
            double share)
            throws Exception {
        harness.processElement1(new UnitEvent("andes", "SH01", "T01", at, activity, share), ms(at));
    }

    private static List<AlertType> types(
            KeyedTwoInputStreamOperatorTestHarness<String, UnitEvent, DispatchPlan, AlarmSignal>
                    harness) {
        return harness.extractOutputValues().stream().map(AlarmSignal::type).toList();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, UnitEvent, DispatchPlan, AlarmSignal>
            opened() throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, UnitEvent, DispatchPlan, AlarmSignal>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WatchUnits(MINES, SETTINGS)),
                UnitEvent::site,
                DispatchPlan::site,
                Types.STRING);
    }

    private static Watermark watermark(Instant at) {
        return new Watermark(ms(at));
    }

    private static Instant end(int minute) {
        return START.plusSeconds(60L * (minute + 1));
    }

    private static long ms(Instant at) {
        return at.toEpochMilli();
    }
}
