package io.fueloptimine.models.training;

import io.fueloptimine.models.training.evaluation.PredictedRow;
import io.fueloptimine.models.training.linear.LinearModel;
import io.fueloptimine.models.training.table.RowOrigin;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The baselines of a model, evaluated on the same rows as the model: the mean of the training rows,
 * ordinary least squares on the same features, and haul physics.
 *
 * <p>Baselines of windows are fitted to litres per minute, which is also what the model predicts.
 * Baselines of cycles are fitted to the litres of the cycle, because least squares on the ratio to
 * physics is less accurate.
 */
final class Baselines {

    static final String MEAN = "mean";
    static final String LINEAR = "linear";
    static final String PHYSICS = "physics";

    private final TrainingTarget target;
    private final double mean;
    private final LinearModel linear;
    private final int physicsColumn;

    private Baselines(TrainingTarget target, double mean, LinearModel linear, int physicsColumn) {
        this.target = target;
        this.mean = mean;
        this.linear = linear;
        this.physicsColumn = physicsColumn;
    }

    /** Fits the baselines to the rows on which the model is trained. */
    static Baselines fit(TrainingTable training, ModelRecipe recipe) {
        double[] labels = labels(training, recipe.target());
        return new Baselines(
                recipe.target(),
                IntStream.range(0, labels.length).mapToDouble(i -> labels[i]).average().orElse(0),
                LinearModel.fit(training.features(), rows(training), labels),
                training.features().indexOf(recipe.physicsFeature()));
    }

    /** The linear baseline, for its diagnostics. */
    LinearModel linear() {
        return linear;
    }

    /** The predictions of each baseline for all rows. */
    Map<String, List<PredictedRow>> predictions(TrainingTable table) {
        Map<String, List<PredictedRow>> predictions = new TreeMap<>();
        predictions.put(MEAN, predictions(table, row -> mean));
        predictions.put(LINEAR, predictions(table, row -> linear.predict(doubles(table.row(row)))));
        predictions.put(PHYSICS, physics(table));
        return predictions;
    }

    /** The predictions of haul physics for all rows. */
    List<PredictedRow> physics(TrainingTable table) {
        return predictions(table, row -> table.row(row)[physicsColumn]);
    }

    private List<PredictedRow> predictions(TrainingTable table, IntToDoubleFunction perUnit) {
        return IntStream.range(0, table.rows())
                .mapToObj(
                        row ->
                                prediction(
                                        table,
                                        row,
                                        Math.max(0, perUnit.applyAsDouble(row))
                                                * units(table, row, target)))
                .toList();
    }

    private static PredictedRow prediction(TrainingTable table, int row, double litres) {
        RowOrigin origin = table.origins().get(row);
        return new PredictedRow(
                origin.machineId(),
                origin.equipmentClass(),
                origin.route(),
                origin.gradeBand(),
                table.litres(row),
                litres,
                Double.NaN,
                Double.NaN);
    }

    private static double[] labels(TrainingTable table, TrainingTarget target) {
        return IntStream.range(0, table.rows())
                .mapToDouble(row -> table.litres(row) / units(table, row, target))
                .toArray();
    }

    /** The factor by which a baseline's prediction is multiplied to give litres. */
    private static double units(TrainingTable table, int row, TrainingTarget target) {
        return target == TrainingTarget.RATIO_TO_PHYSICS ? 1 : table.origins().get(row).exposure();
    }

    private static double[][] rows(TrainingTable table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> doubles(table.row(row)))
                .toArray(double[][]::new);
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
