package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.Scores;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class DetectDriftTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** Spread of a healthy machine's residual ratio from one sample of 5 L to the next. */
    private static final double NOISE = 0.08;

    @Test
    void findsAnInjectorsWearWithinAnHour() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            List<DriftEvent> events = driftsOf(seed, 120, DetectDriftTest::wear);

            assertThat(events).as("seed " + seed).isNotEmpty();
            DriftEvent first = events.get(0);
            assertThat(first.detectedAt())
                    .as("seed " + seed)
                    .isBetween(START.plusSeconds(40 * 60), START.plusSeconds(100 * 60));
            assertThat(first.meanBefore()).isCloseTo(0, within(0.1));
            assertThat(first.meanAfter() - first.meanBefore()).isGreaterThan(0.15);
        }
    }

    @Test
    void leavesHealthyMachinesAloneForADay() throws Exception {
        int alarmed = 0;
        for (int seed = 0; seed < 45; seed++) {
            alarmed += driftsOf(seed, 900, minute -> 0).isEmpty() ? 0 : 1;
        }
        assertThat(alarmed).as("of 45 machines").isLessThanOrEqualTo(1);
    }

    @Test
    void takesAShiftChangeBetweenOperatorsForNoDrift() throws Exception {
        int alarmed = 0;
        for (int seed = 0; seed < 45; seed++) {
            IntToDoubleFunction operators = minute -> minute / 300 % 2 == 0 ? -0.055 : 0.055;
            alarmed += driftsOf(seed, 900, operators).isEmpty() ? 0 : 1;
        }
        assertThat(alarmed).as("of 45 machines").isLessThanOrEqualTo(2);
    }

    @Test
    void reportsOneWearOnce() throws Exception {
        int told = 0;
        for (int seed = 0; seed < 20; seed++) {
            told += driftsOf(seed, 600, DetectDriftTest::wear).size();
        }
        assertThat(told).as("of 20 machines worn once").isBetween(20, 30);
    }

    @Test
    void findsAWearOfTwentyPercentWhateverTheTruckBurntBefore() throws Exception {
        for (double level : new double[] {-0.2, 0, 0.2}) {
            int found = 0;
            for (int seed = 0; seed < 20; seed++) {
                found +=
                        driftsOf(seed, 180, minute -> (1 + level) * (minute < 60 ? 1 : 1.2) - 1)
                                        .isEmpty()
                                ? 0
                                : 1;
            }
            assertThat(found).as("of 20 trucks at %+.1f", level).isGreaterThanOrEqualTo(17);
        }
    }

    @Test
    void windowsWithFewLitresNeitherHideAWearNorLookLikeOne() throws Exception {
        int found = 0;
        int falsely = 0;
        for (int seed = 0; seed < 20; seed++) {
            found += driftsWithIdling(seed, 1.2).isEmpty() ? 0 : 1;
            falsely += driftsWithIdling(seed, 1).size();
        }
        assertThat(found).as("of 20 worn trucks").isGreaterThanOrEqualTo(17);
        assertThat(falsely).as("of 20 healthy trucks").isZero();
    }

    /** Three of four windows have 1 L, whose ratio says little; one has 8 L. */
    private static List<DriftEvent> driftsWithIdling(int seed, double wear) throws Exception {
        Random random = new Random(seed);
        try (var harness = harness()) {
            for (int minute = 0; minute < 400; minute++) {
                boolean few = minute % 4 != 0;
                double expectedL = few ? 1 : 8;
                double noise = Math.max(-1, (few ? 0.4 : 0.05) * random.nextGaussian());
                double fuelL = expectedL * (1 + noise) * (minute < 200 ? 1 : wear);
                harness.processElement(
                        Scores.of("T01", time(minute), expectedL, fuelL),
                        time(minute).toEpochMilli());
            }
            return harness.extractOutputValues();
        }
    }

    @Test
    void ignoresRevisedWindowsAndWindowsThatShouldBurnLittle() throws Exception {
        try (var harness = harness()) {
            for (int minute = 0; minute < 200; minute++) {
                double ratio = minute < 100 ? 0 : 0.8;
                ScoredWindow score = score("T01", minute, ratio, "3");
                harness.processElement(
                        minute % 2 == 0
                                ? Scores.revised(score)
                                : Scores.of("T01", time(minute), 0.2, 0.2 * (1 + ratio)),
                        time(minute).toEpochMilli());
            }
            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void restartsWithANewModel() throws Exception {
        try (var harness = harness()) {
            for (int minute = 0; minute < 400; minute++) {
                boolean old = minute < 200;
                harness.processElement(
                        score("T01", minute, old ? 0 : 0.5, old ? "3" : "4"),
                        time(minute).toEpochMilli());
            }
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void continuesFromASnapshotAndReportsTheSameDriftUnderTheSameId() throws Exception {
        List<DriftEvent> straight = driftsOf(3, 120, DetectDriftTest::wear);
        Random random = new Random(3);
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            feed(harness, random, 0, 45, DetectDriftTest::wear);
            snapshot = harness.snapshot(1, 1);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
        try (var restored =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new org.apache.flink.streaming.api.operators.KeyedProcessOperator<>(
                                new DetectDrift(DriftSettings.DEFAULT)),
                        ScoredWindow::machineKey,
                        Types.STRING)) {
            restored.initializeState(snapshot);
            restored.open();
            feed(restored, random, 45, 120, DetectDriftTest::wear);
            assertThat(restored.extractOutputValues()).isEqualTo(straight);
        }
    }

    /** Healthy for 40 minutes, then up by 35 % within 20. */
    private static double wear(int minute) {
        return 0.35 * Math.max(0, Math.min(1, (minute - 40) / 20.0));
    }

    private static List<DriftEvent> driftsOf(int seed, int minutes, IntToDoubleFunction ratio)
            throws Exception {
        try (var harness = harness()) {
            feed(harness, new Random(seed), 0, minutes, ratio);
            return harness.extractOutputValues();
        }
    }

    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, DriftEvent> harness,
            Random random,
            int from,
            int to,
            IntToDoubleFunction ratio)
            throws Exception {
        for (int minute = from; minute < to; minute++) {
            double noisy = ratio.applyAsDouble(minute) + NOISE * random.nextGaussian();
            harness.processElement(score("T01", minute, noisy, "3"), time(minute).toEpochMilli());
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, DriftEvent>
            harness() throws Exception {
        return ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new DetectDrift(DriftSettings.DEFAULT), ScoredWindow::machineKey, Types.STRING);
    }

    private static ScoredWindow score(
            String machineId, int minute, double ratio, String modelVersion) {
        return Scores.of(machineId, time(minute), 5, 5 * (1 + ratio), modelVersion);
    }

    private static Instant time(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
