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
 * ordinary least squares without and with the features of the measured work, haul physics, and haul
 * physics times one factor per class of trucks.
 *
 * <p>Baselines of windows are fitted to litres per minute, which is also what the model predicts.
 * Baselines of cycles are fitted to the litres of the cycle, because least squares on the ratio to
 * physics is less accurate.
 */
final class Baselines {

    static final String MEAN = "mean";
    static final String LINEAR = "linear";

    /**
     * A rival on held-out machines only. It is no condition of a promotion, because no job could
     * use it in the place of a model that it beats after a short history.
     */
    static final String LINEAR_WITH_WORK = "linear-with-work";

    static final String PHYSICS = "physics";
    static final String PHYSICS_BY_CLASS = "physics-by-class";

    private final TrainingTarget target;
    private final double mean;
    private final List<String> linearFeatures;
    private final LinearModel linear;
    private final LinearModel linearWithWork;
    private final int physicsColumn;
    private final Map<String, Double> factorOfClass;

    private Baselines(
            TrainingTarget target,
            double mean,
            List<String> linearFeatures,
            LinearModel linear,
            LinearModel linearWithWork,
            int physicsColumn,
            Map<String, Double> factorOfClass) {
        this.target = target;
        this.mean = mean;
        this.linearFeatures = linearFeatures;
        this.linear = linear;
        this.linearWithWork = linearWithWork;
        this.physicsColumn = physicsColumn;
        this.factorOfClass = factorOfClass;
    }

    /** Fits the baselines to the rows on which the model is trained. */
    static Baselines fit(TrainingTable training, ModelRecipe recipe) {
        double[] labels = labels(training, recipe.target());
        TrainingTable withoutWork = training.columns(recipe.linearFeatures());
        int physicsColumn = training.features().indexOf(recipe.physicsFeature());
        return new Baselines(
                recipe.target(),
                IntStream.range(0, labels.length).mapToDouble(i -> labels[i]).average().orElse(0),
                recipe.linearFeatures(),
                LinearModel.fit(withoutWork.features(), rows(withoutWork), labels),
                LinearModel.fit(training.features(), rows(training), labels),
                physicsColumn,
                factors(training, recipe.target(), physicsColumn));
    }

    /** The linear baseline, for its diagnostics. */
    LinearModel linear() {
        return linear;
    }

    /** The predictions of each baseline for all rows. */
    Map<String, List<PredictedRow>> predictions(TrainingTable table) {
        Map<String, List<PredictedRow>> predictions = new TreeMap<>();
        predictions.put(MEAN, predictions(table, row -> mean));
        TrainingTable withoutWork = table.columns(linearFeatures);
        predictions.put(
                LINEAR, predictions(table, row -> linear.predict(doubles(withoutWork.row(row)))));
        predictions.put(
                LINEAR_WITH_WORK,
                predictions(table, row -> linearWithWork.predict(doubles(table.row(row)))));
        predictions.put(PHYSICS, physics(table));
        predictions.put(PHYSICS_BY_CLASS, physicsByClass(table));
        return predictions;
    }

    /** The predictions of haul physics for all rows. */
    List<PredictedRow> physics(TrainingTable table) {
        return predictions(table, row -> table.row(row)[physicsColumn]);
    }

    /** The predictions of haul physics times the factor of the class; 1 for an unknown class. */
    private List<PredictedRow> physicsByClass(TrainingTable table) {
        return predictions(
                table,
                row ->
                        table.row(row)[physicsColumn]
                                * factorOfClass.getOrDefault(
                                        table.origins().get(row).equipmentClass(), 1.0));
    }

    /** By class, the litres of all training rows divided by those of haul physics. */
    private static Map<String, Double> factors(
            TrainingTable training, TrainingTarget target, int physicsColumn) {
        Map<String, double[]> sums = new TreeMap<>();
        for (int row = 0; row < training.rows(); row++) {
            String equipmentClass = training.origins().get(row).equipmentClass();
            double[] sum = sums.computeIfAbsent(equipmentClass, name -> new double[2]);
            sum[0] += training.litres(row);
            sum[1] += training.row(row)[physicsColumn] * units(training, row, target);
        }
        Map<String, Double> factors = new TreeMap<>();
        sums.forEach((name, sum) -> factors.put(name, sum[1] > 0 ? sum[0] / sum[1] : 1));
        return factors;
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
        return target == TrainingTarget.RATIO_TO_WORK ? 1 : table.origins().get(row).exposure();
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
