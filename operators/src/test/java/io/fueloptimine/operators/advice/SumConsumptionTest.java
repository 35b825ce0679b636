package io.fueloptimine.operators.advice;

import static io.fueloptimine.operators.advice.AdviceSamples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.idle.ShutdownSettings;
import io.fueloptimine.models.dispatch.outlier.ConsumptionRanking;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier.Kind;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.StateStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SumConsumptionTest {

    private static final int TRUCKS = 9;
    private static final Duration LATENESS = Duration.ofMinutes(15);

    private static final StateStory<
                    KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ConsumptionCells>>
            STORY =
                    new StateStory<>(
                            "sum-consumption",
                            () -> harness(AdviceSettings.DEFAULT),
                            h -> {
                                for (int shift = 0; shift < 7; shift++) {
                                    work(h, shift, 1.3);
                                }
                            },
                            h -> {
                                work(h, 7, 1.3);
                                watermark(h, 8, 20);
                            });

    private KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ConsumptionCells> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(AdviceSettings.DEFAULT);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void addsUpTheShiftsThatAnEarlierVersionSaw(String version) throws Exception {
        assertThat(STORY.toldAfter(version)).isEqualTo(STORY.toldAfterItself()).isNotEmpty();
    }

    @Test
    void theRankedTruckIsTheThirstyOneUntilItIsThirstyNoMore() throws Exception {
        AdviceSettings six = new AdviceSettings(1, 0, 1, 6, ShutdownSettings.DEFAULT);
        try (var h = harness(six)) {
            h.open();
            for (int shift = 0; shift < 12; shift++) {
                work(h, shift, shift < 6 ? 1.3 : 1);
            }
            watermark(h, 12, 17);

            List<ConsumptionCells> sums = h.extractOutputValues();
            assertThat(sums).hasSize(12);
            assertThat(sums.get(11).cells()).hasSize(6 * TRUCKS);
            List<ConsumptionOutlier> thirsty = ranked(sums.get(5));
            assertThat(thirsty).extracting(ConsumptionOutlier::code).containsExactly("T03");
            assertThat(thirsty.get(0).kind()).isEqualTo(Kind.MACHINE);
            assertThat(thirsty.get(0).rank()).isEqualTo(1);
            assertThat(thirsty.get(0).ratio()).isCloseTo(1.3, within(0.05));
            assertThat(thirsty.get(0).lowRatio()).isGreaterThan(1.1);
            assertThat(thirsty.get(0).shifts()).isEqualTo(6);
            assertThat(thirsty.get(0).at()).isEqualTo(START.plus(Duration.ofHours(72)));
            assertThat(ranked(sums.get(11))).isEmpty();
        }
    }

    private static List<ConsumptionOutlier> ranked(ConsumptionCells sums) {
        return ConsumptionRanking.of(sums.site(), sums.at(), sums.cells()).stream()
                .filter(ConsumptionOutlier::standsOut)
                .toList();
    }

    @Test
    void countsARevisedWindowOnce() throws Exception {
        for (int shift = 0; shift < 8; shift++) {
            work(harness, shift, 1);
            Instant start = START.plus(Duration.ofHours(12L * shift)).plusSeconds(44 * 60);
            for (int revision = 1; revision < 9; revision++) {
                element(harness, AdviceSamples.score("T04", operator(3, shift), start, 1, 1));
            }
        }
        watermark(harness, 8, 20);

        List<ConsumptionCells> sums = harness.extractOutputValues();
        assertThat(sums.get(sums.size() - 1).cells())
                .allSatisfy(cell -> assertThat(cell.hours()).isCloseTo(0.75, within(1e-9)));
    }

    @Test
    void keepsNothingOfAMadeUpTruckAndNoWindowLongerThanNeeded() throws Exception {
        element(harness, AdviceSamples.score("MADE-UP", "OP", START, 0, 1));
        assertThat(harness.numKeyedStateEntries()).isZero();

        work(harness, 0, 1);
        watermark(harness, 1, 20);

        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        element(harness, AdviceSamples.score("T01", "OP", START, 1, 1));
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ConsumptionCells>
            harness(AdviceSettings settings) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new SumConsumption(
                                AdviceSamples.MINES, AdviceSamples.SHIFTS, settings, LATENESS)),
                ScoredWindow::site,
                Types.STRING);
    }

    /**
     * The first 45 minutes of a shift of nine trucks, with other operators in each shift; T03 burns
     * more. A shift scatters by some percent.
     */
    private static void work(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ConsumptionCells> h,
            int shift,
            double ratioOfT03)
            throws Exception {
        Instant begin = START.plus(Duration.ofHours(12L * shift));
        h.processWatermark(begin.toEpochMilli());
        for (int minute = 0; minute < 45; minute++) {
            for (int truck = 0; truck < TRUCKS; truck++) {
                double scatter = 1 + 0.03 * Math.sin(7.3 * truck + 3.1 * shift);
                element(
                        h,
                        AdviceSamples.score(
                                "T0" + (truck + 1),
                                operator(truck, shift),
                                begin.plusSeconds(60L * minute),
                                0,
                                scatter * (truck == 2 ? ratioOfT03 : 1)));
            }
        }
    }

    private static String operator(int truck, int shift) {
        return "OP" + (truck + 4 * shift) % TRUCKS;
    }

    private static void element(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ConsumptionCells> h,
            ScoredWindow score)
            throws Exception {
        h.processElement(score, score.window().end().toEpochMilli() - 1);
    }

    /** Event time some minutes after the start of a shift. */
    private static void watermark(
            KeyedOneInputStreamOperatorTestHarness<String, ScoredWindow, ConsumptionCells> h,
            int shift,
            int minutes)
            throws Exception {
        h.processWatermark(
                START.plus(Duration.ofHours(12L * shift))
                        .plusSeconds(60L * minutes)
                        .toEpochMilli());
    }
}
