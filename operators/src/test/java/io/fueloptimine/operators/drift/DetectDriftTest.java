package io.fueloptimine.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.DriftDetector;
import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.DriftScope;
import io.fueloptimine.models.mine.consumption.SuspectedCause;
import io.fueloptimine.operators.Scores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class DetectDriftTest {

    /** Spread of a healthy machine's residual ratio from one window to the next. */
    private static final double NOISE = 0.15;

    private static final IntFunction<String> ONE_OPERATOR = minute -> "OP-A";

    @Test
    void detectsAStepOfThirtyFivePercent() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            List<DriftEvent> events =
                    driftsOf(seed, 300, ONE_OPERATOR, minute -> step(minute, 0.35));

            assertThat(events).as("seed " + seed).isNotEmpty();
            DriftEvent first = events.get(0);
            assertThat(Duration.between(at(100), first.detectedAt()).toMinutes())
                    .as("seed " + seed)
                    .isBetween(10L, 90L);
            assertThat(first.meanBefore()).isCloseTo(0, within(0.1));
            assertThat(first.meanAfter() - first.meanBefore()).isGreaterThan(0.15);
            assertThat(first.scope()).isEqualTo(DriftScope.MACHINE);
            assertThat(first.subject()).isEqualTo("T01");
            assertThat(first.since()).isBetween(at(40), at(160));
        }
    }

    @Test
    void detectsWearOfSixPercentWithinTwelveHours() throws Exception {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            List<DriftEvent> events =
                    driftsOf(seed, 1_440, ONE_OPERATOR, minute -> minute < 720 ? 0 : 0.06);
            found +=
                    events.stream()
                                    .anyMatch(
                                            event ->
                                                    event.detectedAt().isAfter(at(720))
                                                            && event.detector()
                                                                    == DriftDetector.CUSUM)
                            ? 1
                            : 0;
        }
        assertThat(found).as("of 20 trucks").isGreaterThanOrEqualTo(19);
    }

    @Test
    void reportsNothingOfHealthyTrucksInADay() throws Exception {
        int reported = 0;
        for (int seed = 0; seed < 45; seed++) {
            reported += driftsOf(seed, 1_440, ONE_OPERATOR, minute -> 0).size();
        }
        assertThat(reported).as("of 45 trucks").isLessThanOrEqualTo(2);
    }

    @Test
    void comparesATruckWithItselfUnderTheSameOperator() throws Exception {
        IntFunction<String> operators = minute -> minute / 360 % 2 == 0 ? "OP-A" : "OP-B";
        IntToDoubleFunction burn = minute -> minute / 360 % 2 == 0 ? -0.055 : 0.055;
        int reported = 0;
        int withoutOperators = 0;
        for (int seed = 0; seed < 20; seed++) {
            reported += driftsOf(seed, 2_880, operators, burn).size();
            withoutOperators += driftsOf(seed, 2_880, ONE_OPERATOR, burn).size();
        }
        assertThat(reported).as("of 20 trucks").isLessThanOrEqualTo(5);
        assertThat(withoutOperators).as("with operators of unknown names").isGreaterThan(10);
    }

    @Test
    void reportsATruckThatStaysDriftedOnce() throws Exception {
        int reported = 0;
        for (int seed = 0; seed < 20; seed++) {
            reported += driftsOf(seed, 1_000, ONE_OPERATOR, minute -> step(minute, 0.35)).size();
        }
        assertThat(reported).as("of 20 trucks that drifted once").isBetween(20, 24);
    }

    @Test
    void reportsTheEndOfADriftAsSuch() throws Exception {
        List<DriftEvent> events =
                driftsOf(1, 900, ONE_OPERATOR, minute -> minute < 300 || minute >= 600 ? 0 : 0.35);

        assertThat(events).extracting(DriftEvent::ended).containsExactly(false, true);
        assertThat(events.get(1).meanAfter()).isCloseTo(0, within(0.12));
    }

    @Test
    void leavesOutRevisedWindowsAndWindowsOfAnEngineThatHardlyRan() throws Exception {
        try (DriftHarness harness = DriftHarness.open()) {
            for (int minute = 0; minute < 200; minute++) {
                double ratio = minute < 100 ? 0 : 0.8;
                harness.add(
                        minute % 2 == 0
                                ? Scores.revised(Scores.of("T01", at(minute), 5, 5 * (1 + ratio)))
                                : Scores.of("T01", at(minute), 0.2, 0.2 * (1 + ratio)));
            }
            assertThat(harness.events()).isEmpty();
            assertThat(harness.stateEntries()).isZero();
        }
    }

    @Test
    void endsDriftsAndBeginsAnewWithANewModelVersion() throws Exception {
        Random random = new Random(5);
        try (DriftHarness harness = DriftHarness.open()) {
            for (int minute = 0; minute < 600; minute++) {
                double ratio = step(minute, 0.4) + NOISE * random.nextGaussian();
                harness.window("T01", "930E", "OP-A", minute, ratio, minute < 300 ? "3" : "4");
                if (minute == 300) {
                    harness.window("T01", "930E", "OP-A", 299, ratio, "3");
                }
                harness.endOf(minute);
            }
            assertThat(harness.events())
                    .extracting(DriftEvent::ended, DriftEvent::modelVersion)
                    .containsExactly(tuple(false, "3"), tuple(true, "3"));
            assertThat(harness.events().get(1).cause()).isEqualTo(SuspectedCause.MODEL_REPLACED);
            assertThat(harness.events().get(1).detectedAt()).isEqualTo(at(301));
        }
    }

    @Test
    void continuesFromASnapshotAndReportsTheSameDriftUnderTheSameId() throws Exception {
        IntToDoubleFunction wear = minute -> step(minute, 0.35);
        List<DriftEvent> straight = driftsOf(3, 300, ONE_OPERATOR, wear);
        Random random = new Random(3);
        OperatorSubtaskState snapshot;
        try (DriftHarness harness = DriftHarness.open()) {
            feed(harness, random, 0, 107, ONE_OPERATOR, wear);
            snapshot = harness.snapshot();
            assertThat(harness.events()).isEmpty();
        }
        try (DriftHarness restored = DriftHarness.restored(snapshot)) {
            feed(restored, random, 107, 300, ONE_OPERATOR, wear);
            assertThat(restored.events()).isEqualTo(straight).isNotEmpty();
        }
    }

    /** Healthy for 100 minutes, then changed. */
    private static double step(int minute, double size) {
        return minute < 100 ? 0 : size;
    }

    private static List<DriftEvent> driftsOf(
            int seed, int minutes, IntFunction<String> operators, IntToDoubleFunction ratio)
            throws Exception {
        try (DriftHarness harness = DriftHarness.open()) {
            feed(harness, new Random(seed), 0, minutes, operators, ratio);
            return harness.events();
        }
    }

    private static void feed(
            DriftHarness harness,
            Random random,
            int from,
            int to,
            IntFunction<String> operators,
            IntToDoubleFunction ratio)
            throws Exception {
        for (int minute = from; minute < to; minute++) {
            double noisy = ratio.applyAsDouble(minute) + NOISE * random.nextGaussian();
            harness.window("T01", "930E", operators.apply(minute), minute, noisy);
            harness.endOf(minute);
        }
    }

    private static Instant at(int minute) {
        return DriftHarness.START.plusSeconds(60L * minute);
    }
}
