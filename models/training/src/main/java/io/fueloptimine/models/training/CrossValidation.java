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
import java.util.stream.IntStream;

/**
 * A model judged on machines that it never saw: of each fold of machines by a model that learnt
 * from the others. What the folds show is also what the interval of the final model is calibrated
 * by. Immutable.
 */
final class CrossValidation {

    /** Of how many groups of machines each is left out once. */
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
     * Trains a model a fold.
     *
     * @param trees how many trees the forest of each objective has
     * @param leastExposure rows of less are answered, not learnt from
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

    /** How far the ends of an interval must be moved to hold what they promise on all rows. */
    IntervalCalibration calibration() {
        return OutOfFoldPrediction.calibration(answers);
    }

    /** The same by all rows but those of a test, which then is not judged by its own answers. */
    IntervalCalibration calibrationWithout(TrainingTable test) {
        Set<RowOrigin> leftOut = Set.copyOf(test.origins());
        return OutOfFoldPrediction.calibration(
                IntStream.range(0, answers.size())
                        .filter(row -> !leftOut.contains(table.origins().get(row)))
                        .mapToObj(answers::get)
                        .toList());
    }

    /** The rows that were answered. */
    TrainingTable table() {
        return table;
    }

    /**
     * Every row as it was answered unseen. Its interval is calibrated by the other folds only, so
     * that what it covers is not what it was fitted to cover.
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

    private static FuelForests forests(
            TrainingTable training, ForestTrainer trainer, Map<Objective, Integer> trees) {
        return FuelForests.of(
                trainer.train(training, Objective.EXPECTED, trees.get(Objective.EXPECTED)).trees(),
                trainer.train(training, Objective.P10, trees.get(Objective.P10)).trees(),
                trainer.train(training, Objective.P90, trees.get(Objective.P90)).trees(),
                IntervalCalibration.NONE);
    }
}
