package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.registry.ModelMetadata;
import io.fueloptimine.models.training.evaluation.Evaluation;
import io.fueloptimine.models.training.evaluation.Evaluator;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model is worth, beside what its baselines are.
 *
 * @param predictions what it expected of the test, the later hours of machines that it never saw;
 *     its interval calibrated without these rows
 * @param unseen what cross-validation expected of every row, each by a model that never saw the
 *     row's machine
 * @param physics what haul physics expected of every row, in the same order
 * @param evaluations of the model ({@link ModelMetadata#MODEL}) and each baseline on the test, and
 *     of {@link #UNSEEN_MACHINES}
 */
public record ModelEvaluation(
        List<PredictedRow> predictions,
        List<PredictedRow> unseen,
        List<PredictedRow> physics,
        Map<String, Evaluation> evaluations) {

    /** Cross-validation grouped by machine, beside the test. */
    public static final String UNSEEN_MACHINES = "model-unseen-machines";

    /**
     * Judges the forests and the baselines on the test.
     *
     * @param forests with a calibration that knows nothing of the test
     * @param unseen what cross-validation says of every row
     */
    static ModelEvaluation of(
            Evaluator evaluator,
            TrainingTable test,
            FuelForests forests,
            Baselines baselines,
            CrossValidation unseen) {
        List<PredictedRow> predictions = ForestPredictions.of(test, forests);
        Map<String, Evaluation> evaluations = new TreeMap<>();
        evaluations.put(ModelMetadata.MODEL, evaluator.evaluate(predictions));
        List<PredictedRow> every = unseen.predictions();
        evaluations.put(UNSEEN_MACHINES, evaluator.evaluate(every));
        baselines
                .predictions(test)
                .forEach((name, rows) -> evaluations.put(name, evaluator.evaluate(rows)));
        return new ModelEvaluation(
                predictions, every, baselines.physics(unseen.table()), evaluations);
    }

    /** What the test says of the model itself. */
    public Evaluation ofModel() {
        return evaluations.get(ModelMetadata.MODEL);
    }

    /** What cross-validation grouped by machine says of it. */
    public Evaluation ofUnseenMachines() {
        return evaluations.get(UNSEEN_MACHINES);
    }
}
