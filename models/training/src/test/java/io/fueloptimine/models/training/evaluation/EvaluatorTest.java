package io.fueloptimine.models.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final long SEED = 11;

    private final Evaluator evaluator =
            new Evaluator(Metrics.WINDOW_MAPE_FLOOR_L, ClusterBootstrap.seeded(SEED));

    @Test
    void placesEachMetricWithinItsInterval() {
        for (int seed = 0; seed < 50; seed++) {
            Evaluation evaluation =
                    evaluator.evaluate(Rows.fleet(5 + seed % 20, 40, 0.1, 0.2, seed));

            for (Measure measure : List.of(Measure.MAE, Measure.RMSE, Measure.R2, Measure.BIAS)) {
                assertThat(
                                Rows.contains(
                                        evaluation.interval(measure),
                                        measure.of(evaluation.metrics())))
                        .as("%s of seed %s", measure, seed)
                        .isTrue();
            }
        }
    }

    @Test
    void givesEqualIntervalsForEqualSeeds() {
        List<PredictedRow> rows = Rows.fleet(12, 40, 0.1, 0.2, 1);

        assertThat(evaluator.evaluate(rows))
                .isEqualTo(
                        new Evaluator(Metrics.WINDOW_MAPE_FLOOR_L, ClusterBootstrap.seeded(SEED))
                                .evaluate(rows));
        assertThat(evaluator.evaluate(rows))
                .isNotEqualTo(
                        new Evaluator(
                                        Metrics.WINDOW_MAPE_FLOOR_L,
                                        ClusterBootstrap.seeded(SEED + 1))
                                .evaluate(rows));
    }

    /** A thousand rows a machine make a fleet of six no surer of the bias than six machines do. */
    @Test
    void doesNotNarrowTheIntervalForMoreRowsOfTheSameMachines() {
        BootstrapInterval few =
                evaluator.evaluate(Rows.fleet(6, 10, 0.5, 0.01, 1)).interval(Measure.BIAS);
        BootstrapInterval many =
                evaluator.evaluate(Rows.fleet(6, 1_000, 0.5, 0.01, 1)).interval(Measure.BIAS);

        assertThat(many.high() - many.low()).isGreaterThan(0.3);
        assertThat(few.high() - few.low()).isGreaterThan(0.3);
    }

    /** Fleets are drawn without bias; of a 95 % interval 19 of 20 should know. */
    @Test
    void containsTheTrueValueAtAboutTheNominalRate() {
        int held = 0;
        for (int fleet = 0; fleet < 200; fleet++) {
            Evaluation evaluation = evaluator.evaluate(Rows.fleet(30, 20, 0.2, 0.1, 1_000 + fleet));
            held += Rows.contains(evaluation.interval(Measure.BIAS), 0) ? 1 : 0;
        }

        assertThat(held).isBetween(180, 199);
    }

    @Test
    void hasNoIntervalsForOneMachine() {
        Evaluation evaluation = evaluator.evaluate(Rows.fleet(1, 100, 0.1, 0.1, 1));

        assertThat(evaluation.machines()).isOne();
        assertThat(evaluation.intervals()).hasSize(Measure.values().length);
        assertThat(evaluation.intervals().values()).containsOnly(BootstrapInterval.UNKNOWN);
    }

    @Test
    void hasNoIntervalForAnUnknownMetric() {
        assertThat(
                        evaluator
                                .evaluate(Rows.fleet(8, 10, 0.1, 0.1, 1))
                                .interval(Measure.COVERAGE)
                                .known())
                .isFalse();
    }

    @Test
    void evaluatesEachGroupSeparately() {
        List<PredictedRow> rows = new ArrayList<>();
        rows.add(hauled("T1", "S1 to D2", "0..3 %", 4, 5));
        rows.add(hauled("T2", "S1 to D2", "10..14 %", 4, 6));
        rows.add(hauled("T2", null, "-10..-8 %", 4, 7));
        rows.add(hauled("T10", null, "-8..-6 %", 4, 8));

        SortedMap<String, Evaluation> routes = evaluator.evaluateBy(Grouping.ROUTE, rows);
        assertThat(routes).containsOnlyKeys("S1 to D2", Grouping.UNKNOWN);
        assertThat(routes.get("S1 to D2").metrics().maeL()).isEqualTo(1.5);
        assertThat(routes.get(Grouping.UNKNOWN).metrics().maeL()).isEqualTo(3.5);
        assertThat(evaluator.evaluateBy(Grouping.EQUIPMENT_CLASS, rows)).containsOnlyKeys("930E");
        assertThat(evaluator.evaluateBy(Grouping.MACHINE, rows).keySet())
                .containsExactly("T1", "T2", "T10");
        assertThat(evaluator.evaluateBy(Grouping.GRADE_BAND, rows).keySet())
                .containsExactly("-10..-8 %", "-8..-6 %", "0..3 %", "10..14 %");
    }

    @Test
    void flagsAGroupOfASingleRow() {
        List<PredictedRow> rows =
                List.of(Rows.row("T1", 1, 2), Rows.row("T1", 2, 2), Rows.row("T2", 1, 1));

        SortedMap<String, Evaluation> machines = evaluator.evaluateBy(Grouping.MACHINE, rows);
        assertThat(machines.get("T1").tooFewRows()).isFalse();
        assertThat(machines.get("T2").tooFewRows()).isTrue();
        assertThat(machines.get("T2").metrics().r2()).isNaN();
    }

    @Test
    void rejectsABootstrapWithoutReplicates() {
        assertThatThrownBy(() -> new ClusterBootstrap(0, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replicates must be at least 1, was 0");
    }

    private static PredictedRow hauled(
            String machineId, String route, String gradeBand, double actualL, double expectedL) {
        return new PredictedRow(
                machineId, "930E", route, gradeBand, actualL, expectedL, Double.NaN, Double.NaN);
    }
}
