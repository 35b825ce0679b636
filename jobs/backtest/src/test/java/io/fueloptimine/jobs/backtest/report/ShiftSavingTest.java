package io.fueloptimine.jobs.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.backtest.mine.Cell;
import io.fueloptimine.jobs.backtest.run.ShiftResult;
import io.fueloptimine.jobs.compare.run.TimeAndFuel;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShiftSavingTest {

    private static final Cell NEAR = new Cell("F1", "D");
    private static final Cell FAR = new Cell("F2", "D");

    private static final SortedMap<Cell, ShiftResult.Moved> RECORDED =
            new TreeMap<>(
                    Map.of(
                            NEAR, new ShiftResult.Moved(10, 3_000),
                            FAR, new ShiftResult.Moved(10, 3_000)));

    @Test
    void savingsOfEmptyTravelAreMeasuredAboveTheLeastOfTheOwnLoads() {
        ShiftResult reference = run("recorded", 1_000, 700, 100, 10, 10);
        ShiftResult oneLoadLess = run("other", 880, 660, 80, 10, 9);

        ShiftSaving saving = ShiftSaving.of(reference, oneLoadLess);

        assertThat(saving.emptyL()).isCloseTo(300 - 220, within(1e-9));
        assertThat(saving.oracleL()).isCloseTo(300, within(1e-9));
        assertThat(saving.queueL()).isCloseTo(100 - 80 * 20.0 / 19, within(1e-9));
        assertThat(saving.referenceL()).isCloseTo(100, within(1e-9));
        assertThat(saving.totalPct()).isCloseTo(80 + 100 - 80 * 20.0 / 19, within(1e-9));
    }

    @Test
    void aFaceThatIsLeftForANearerOneIsFound() {
        ShiftResult nearer = run("other", 0, 0, 0, 13, 7);
        ShiftResult twoLoadsLess = run("other", 0, 0, 0, 10, 8);

        assertThat(CellDeviation.of(RECORDED, List.of(nearer), 1))
                .extracting(CellDeviation::cell)
                .containsExactly(NEAR, FAR);
        assertThat(CellDeviation.of(RECORDED, List.of(twoLoadsLess), 1)).isEmpty();
    }

    @Test
    void aPolicyWithOtherTonnesIsNotComparable() {
        ShiftResult reference = run("recorded", 1_000, 700, 100, 10, 10);
        ShiftResult nearer = run("sptf", 800, 700, 80, 13, 7);

        PolicySavings savings =
                PolicySavings.of("sptf", "recorded", List.of(reference, nearer), RECORDED, 1);

        assertThat(savings.comparable()).isFalse();
        assertThat(savings.cells()).isEqualTo(2);
        assertThat(BacktestTables.savings(List.of(savings)).rows().get(0)).contains("0 of 2", "-");
    }

    private static ShiftResult run(
            String policy, double emptyL, double leastL, double queueL, int near, int far) {
        return new ShiftResult(
                policy,
                1,
                101,
                new TreeMap<>(
                        Map.of(
                                NEAR, new ShiftResult.Moved(near, 300 * near),
                                FAR, new ShiftResult.Moved(far, 300 * far))),
                Map.of(TruckTimeCategory.SHOVEL_QUEUE, new TimeAndFuel(1, queueL)),
                emptyL,
                leastL,
                12,
                0);
    }
}
