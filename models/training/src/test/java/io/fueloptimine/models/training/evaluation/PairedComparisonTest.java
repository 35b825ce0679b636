package io.fueloptimine.models.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

    private static final long SEED = 3;

    private final List<PredictedRow> champion = Rows.fleet(20, 50, 0.2, 0.3, 1);

    @Test
    void findsARealGain() {
        PairedComparison comparison =
                PairedComparison.of(champion, noisy(champion, 0.9, 0.02, 7), SEED);

        assertThat(comparison.rows()).isEqualTo(1_000);
        assertThat(comparison.machines()).isEqualTo(20);
        assertThat(comparison.mae().gainPct()).isCloseTo(10, offset(1.0));
        BootstrapInterval gainPct = comparison.mae().gainPctInterval();
        assertThat(comparison.mae().gainPct()).isBetween(gainPct.low(), gainPct.high());
        BootstrapInterval gainL = comparison.mae().gainLInterval();
        assertThat(comparison.mae().championL() - comparison.mae().challengerL())
                .isBetween(gainL.low(), gainL.high());
        assertThat(comparison.rmse().gainPct()).isCloseTo(10, offset(1.0));
        assertThat(comparison.betterBy(5)).isTrue();
        assertThat(comparison.betterBy(10.5)).isFalse();
    }

    @Test
    void givesTheGainComputedByHand() {
        List<PredictedRow> first = List.of(Rows.row("T1", 10, 14), Rows.row("T2", 10, 6));
        List<PredictedRow> second = List.of(Rows.row("T1", 10, 13), Rows.row("T2", 10, 9));

        PairedComparison.Gain mae = PairedComparison.of(first, second, SEED).mae();
        assertThat(mae.championL()).isEqualTo(4);
        assertThat(mae.challengerL()).isEqualTo(2);
        assertThat(mae.gainPct()).isEqualTo(50);
        assertThat(mae.gainPctInterval()).isEqualTo(new BootstrapInterval(25, 75));
        assertThat(mae.gainLInterval()).isEqualTo(new BootstrapInterval(1, 3));
    }

    @Test
    void reportsALossAsANegativeGain() {
        PairedComparison comparison =
                PairedComparison.of(champion, Rows.withErrorsTimes(champion, 1.2), SEED);

        assertThat(comparison.mae().gainPctInterval().high()).isNegative();
        assertThat(comparison.betterBy(0)).isFalse();
    }

    @Test
    void findsNoGainInEqualPredictions() {
        PairedComparison comparison = PairedComparison.of(champion, champion, SEED);

        assertThat(comparison.mae().gainPctInterval()).isEqualTo(new BootstrapInterval(0, 0));
        assertThat(comparison.betterBy(0)).isFalse();
    }

    /** One in 40 is what the interval allows; twice that is what 30 machines may add. */
    @Test
    void rarelyFindsAGainByChance() {
        int found = 0;
        for (int trial = 0; trial < 200; trial++) {
            List<PredictedRow> truth = Rows.fleet(30, 20, 0.1, 0.1, 5_000 + trial);
            found +=
                    PairedComparison.of(
                                            noisy(truth, 1, 0.2, 2L * trial),
                                            noisy(truth, 1, 0.2, 2L * trial + 1),
                                            SEED)
                                    .betterBy(0)
                            ? 1
                            : 0;
        }

        assertThat(found).isLessThanOrEqualTo(15);
    }

    /** What is hard for both drops out: the gain is surer than two intervals side by side. */
    @Test
    void isNarrowerThanTwoSeparateIntervals() {
        List<PredictedRow> challenger = noisy(champion, 0.95, 0.01, 7);
        Evaluator evaluator =
                new Evaluator(Metrics.WINDOW_MAPE_FLOOR_L, ClusterBootstrap.seeded(SEED));
        BootstrapInterval before = evaluator.evaluate(champion).interval(Measure.MAE);
        BootstrapInterval after = evaluator.evaluate(challenger).interval(Measure.MAE);

        assertThat(after.high()).isGreaterThan(before.low());
        assertThat(PairedComparison.of(champion, challenger, SEED).betterBy(2)).isTrue();
    }

    @Test
    void givesEqualResultsForEqualSeeds() {
        List<PredictedRow> challenger = noisy(champion, 0.9, 0.02, 7);

        assertThat(PairedComparison.of(champion, challenger, SEED))
                .isEqualTo(PairedComparison.of(champion, challenger, SEED));
    }

    @Test
    void hasNoIntervalForOneMachine() {
        List<PredictedRow> alone = Rows.fleet(1, 100, 0.1, 0.1, 1);

        PairedComparison comparison =
                PairedComparison.of(alone, Rows.withErrorsTimes(alone, 0.5), SEED);
        assertThat(comparison.mae().gainPct()).isCloseTo(50, offset(1e-9));
        assertThat(comparison.mae().gainPctInterval()).isEqualTo(BootstrapInterval.UNKNOWN);
        assertThat(comparison.betterBy(0)).isFalse();
    }

    /** Three machines that all gain are three heads in a row. */
    @Test
    void isNeverSignificantForFewerThanFiveMachines() {
        PairedComparison three = halved(Rows.fleet(3, 100, 0.1, 0.1, 1));
        PairedComparison five = halved(Rows.fleet(5, 100, 0.1, 0.1, 1));

        assertThat(three.mae().gainPctInterval().low()).isGreaterThan(40);
        assertThat(three.betterBy(1)).isFalse();
        assertThat(three.beyond(1))
                .isEqualTo(
                        "not significantly beyond the margin of 1.0 %, which needs at least 5"
                                + " machines");
        assertThat(five.betterBy(1)).isTrue();
        assertThat(five.beyond(1)).isEqualTo("beyond the margin of 1.0 %");
    }

    @Test
    void hasNoGainOverAChampionWithoutErrors() {
        List<PredictedRow> perfect = Rows.withErrorsTimes(champion, 0);

        assertThat(PairedComparison.of(perfect, champion, SEED).mae().gainPct()).isNaN();
        assertThat(PairedComparison.of(perfect, champion, SEED).betterBy(0)).isFalse();
    }

    @Test
    void rejectsDifferentRows() {
        assertThatThrownBy(() -> PairedComparison.of(champion, champion.subList(1, 1_000), SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("were on 1000 and 999");
        List<PredictedRow> mixed = new ArrayList<>(champion);
        mixed.set(4, champion.get(5));
        assertThatThrownBy(() -> PairedComparison.of(champion, mixed, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 4 must be the same for both");
    }

    private static PairedComparison halved(List<PredictedRow> rows) {
        return PairedComparison.of(rows, Rows.withErrorsTimes(rows, 0.5), SEED);
    }

    private static List<PredictedRow> noisy(
            List<PredictedRow> rows, double factor, double noiseL, long seed) {
        Random random = new Random(seed);
        return Rows.withErrorsTimes(rows, factor).stream()
                .map(
                        row ->
                                Rows.row(
                                        row.machineId(),
                                        row.actualL(),
                                        row.expectedL() + noiseL * random.nextGaussian()))
                .toList();
    }
}
