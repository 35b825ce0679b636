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
 * The evaluation of a model and its baselines.
 *
 * @param predictions predictions of the test set; the interval is calibrated without these rows
 * @param unseen out-of-fold predictions of every row, by a model that was not trained on the row's
 *     machine
 * @param physics predictions of haul physics for every row, in the same order
 * @param evaluations the evaluation of the model ({@link ModelMetadata#MODEL}) and each baseline on
 *     the test set, and of {@link #UNSEEN_MACHINES}
 * @param heldOut the errors of the model and its rivals on machines that they were not fitted to
 */
public record ModelEvaluation(
        List<PredictedRow> predictions,
        List<PredictedRow> unseen,
        List<PredictedRow> physics,
        Map<String, Evaluation> evaluations,
        HeldOutErrors heldOut) {

    /** The name of the evaluation by cross-validation grouped by machine. */
    public static final String UNSEEN_MACHINES = "model-unseen-machines";

    /**
     * Evaluates the forests and the baselines on the test set.
     *
     * @param forests the forests, calibrated without the test set
     * @param unseen the cross-validation
     * @param recipe the recipe of the model
     */
    static ModelEvaluation of(
            Evaluator evaluator,
            TrainingTable test,
            FuelForests forests,
            Baselines baselines,
            CrossValidation unseen,
            ModelRecipe recipe) {
        List<PredictedRow> predictions = ForestPredictions.of(test, forests);
        Map<String, Evaluation> evaluations = new TreeMap<>();
        evaluations.put(ModelMetadata.MODEL, evaluator.evaluate(predictions));
        List<PredictedRow> every = unseen.predictions();
        evaluations.put(UNSEEN_MACHINES, evaluator.evaluate(every));
        baselines
                .predictions(test)
                .forEach(
                        (name, rows) -> {
                            if (!name.equals(Baselines.LINEAR_WITH_WORK)) {
                                evaluations.put(name, evaluator.evaluate(rows));
                            }
                        });
        return new ModelEvaluation(
                predictions,
                every,
                baselines.physics(unseen.table()),
                evaluations,
                HeldOutErrors.of(
                        every,
                        unseen.baselines(recipe),
                        HeldOutErrors.averageTruck(unseen.table()),
                        recipe.settings().seed()));
    }

    /** The evaluation of the model on the test set. */
    public Evaluation ofModel() {
        return evaluations.get(ModelMetadata.MODEL);
    }

    /** The evaluation of the model by cross-validation grouped by machine. */
    public Evaluation ofUnseenMachines() {
        return evaluations.get(UNSEEN_MACHINES);
    }
}
