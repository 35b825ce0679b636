package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.training.boost.ForestTrainer;
import io.fueloptimine.models.training.boost.Objective;
import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.table.GroupedFolds;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A cross-validation grouped by machine: a model that was trained on the other folds predicts the
 * machines of each fold. The predictions also calibrate the interval of the final model. Immutable.
 */
final class CrossValidation {

    /** The number of folds. */
    static final int FOLDS = 5;

    private final TrainingTable table;
    private final GroupedFolds folds;
    private final List<OutOfFoldPrediction> answers;

    private CrossValidation(
            TrainingTable table, GroupedFolds folds, List<OutOfFoldPrediction> answers) {
        this.table = table;
        this.folds = folds;
        this.answers = answers;
    }

    /**
     * Trains one model per fold.
     *
     * @param trees the number of trees per objective
     * @param leastExposure rows with less exposure are predicted, but not used for training
     */
    static CrossValidation of(
            TrainingTable table,
            ForestTrainer trainer,
            Map<Objective, Integer> trees,
            double leastExposure) {
        GroupedFolds folds = GroupedFolds.of(table, FOLDS);
        OutOfFoldPrediction[] answers = new OutOfFoldPrediction[table.rows()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int heldOut = fold;
            TrainingTable others =
                    table.where(
                            row ->
                                    folds.of(row) != heldOut
                                            && table.origins().get(row).exposure()
                                                    >= leastExposure);
            FuelForests forests = forests(others, trainer, trees);
            IntStream.range(0, table.rows())
                    .filter(row -> folds.of(row) == heldOut)
                    .forEach(row -> answers[row] = OutOfFoldPrediction.of(forests, table, row));
        }
        return new CrossValidation(table, folds, List.of(answers));
    }

    /** The calibration with which the interval has its nominal coverage on all rows. */
    IntervalCalibration calibration() {
        return OutOfFoldPrediction.calibration(answers);
    }

    /**
     * The calibration from all rows except those of a test set. Use it to evaluate the test set,
     * because a calibration from the test rows would be too favourable.
     */
    IntervalCalibration calibrationWithout(TrainingTable test) {
        Set<RowOrigin> leftOut = Set.copyOf(test.origins());
        return OutOfFoldPrediction.calibration(
                IntStream.range(0, answers.size())
                        .filter(row -> !leftOut.contains(table.origins().get(row)))
                        .mapToObj(answers::get)
                        .toList());
    }

    /** The rows that were predicted. */
    TrainingTable table() {
        return table;
    }

    /**
     * The out-of-fold prediction of every row. The interval of a fold is calibrated on the other
     * folds only, because the coverage must not be measured on rows that were used for calibration.
     */
    List<PredictedRow> predictions() {
        List<IntervalCalibration> byOthers = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            int heldOut = fold;
            byOthers.add(
                    OutOfFoldPrediction.calibration(
                            IntStream.range(0, answers.size())
                                    .filter(row -> folds.of(row) != heldOut)
                                    .mapToObj(answers::get)
                                    .toList()));
        }
        return IntStream.range(0, answers.size())
                .mapToObj(
                        row ->
                                ForestPredictions.row(
                                        table,
                                        row,
                                        answers.get(row).moved(byOthers.get(folds.of(row)))))
                .toList();
    }

    /**
     * The out-of-fold predictions of each baseline, in the order of the rows: those of a machine
     * come from baselines that were fitted to the machines of the other folds.
     */
    Map<String, List<PredictedRow>> baselines(ModelRecipe recipe) {
        Map<String, PredictedRow[]> predicted = new TreeMap<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            int heldOut = fold;
            Baselines fitted =
                    Baselines.fit(
                            table.where(
                                    row ->
                                            folds.of(row) != heldOut
                                                    && table.origins().get(row).exposure()
                                                            >= recipe.leastExposure()),
                            recipe);
            int[] rows =
                    IntStream.range(0, table.rows())
                            .filter(row -> folds.of(row) == heldOut)
                            .toArray();
            fitted.predictions(table.only(rows))
                    .forEach(
                            (name, ofFold) -> {
                                PredictedRow[] all =
                                        predicted.computeIfAbsent(
                                                name, key -> new PredictedRow[table.rows()]);
                                for (int i = 0; i < rows.length; i++) {
                                    all[rows[i]] = ofFold.get(i);
                                }
                            });
        }
        Map<String, List<PredictedRow>> lists = new TreeMap<>();
        predicted.forEach((name, all) -> lists.put(name, List.of(all)));
        return lists;
    }

    private static FuelForests forests(
            TrainingTable training, ForestTrainer trainer, Map<Objective, Integer> trees) {
        return FuelForests.of(
                trainer.train(training, Objective.EXPECTED, trees.get(Objective.EXPECTED)).trees(),
                trainer.train(training, Objective.P10, trees.get(Objective.P10)).trees(),
                trainer.train(training, Objective.P90, trees.get(Objective.P90)).trees(),
                IntervalCalibration.NONE);
    }
}
