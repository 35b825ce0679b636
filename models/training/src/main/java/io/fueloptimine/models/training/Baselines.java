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
 * What a learnt model has to beat, each by its name, on the rows that the model is judged on: the
 * mean of the training rows, ordinary least squares on the same features, and haul physics.
 */
final class Baselines {

    static final String MEAN = "mean";
    static final String LINEAR = "linear";
    static final String PHYSICS = "physics";

    private final double meanLabel;
    private final LinearModel linear;
    private final int physicsColumn;

    private Baselines(double meanLabel, LinearModel linear, int physicsColumn) {
        this.meanLabel = meanLabel;
        this.linear = linear;
        this.physicsColumn = physicsColumn;
    }

    /** Fits them to the rows that the model learns from. */
    static Baselines fit(TrainingTable training, String physicsFeature) {
        return new Baselines(
                mean(training.labels()),
                LinearModel.fit(training.features(), rows(training), doubles(training.labels())),
                training.features().indexOf(physicsFeature));
    }

    /** The linear one, for its diagnostics. */
    LinearModel linear() {
        return linear;
    }

    /** What each expected of some rows. */
    Map<String, List<PredictedRow>> predictions(TrainingTable table) {
        Map<String, List<PredictedRow>> predictions = new TreeMap<>();
        predictions.put(MEAN, predictions(table, row -> meanLabel));
        predictions.put(LINEAR, predictions(table, row -> linear.predict(doubles(table.row(row)))));
        predictions.put(PHYSICS, physics(table));
        return predictions;
    }

    /** What haul physics expected of some rows. */
    List<PredictedRow> physics(TrainingTable table) {
        return predictions(table, row -> table.row(row)[physicsColumn]);
    }

    private static List<PredictedRow> predictions(
            TrainingTable table, IntToDoubleFunction perExposure) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> predictions(table, row, perExposure.applyAsDouble(row)))
                .toList();
    }

    private static PredictedRow predictions(TrainingTable table, int row, double perExposure) {
        RowOrigin origin = table.origins().get(row);
        return new PredictedRow(
                origin.machineId(),
                origin.equipmentClass(),
                origin.route(),
                origin.gradeBand(),
                table.litres(row),
                Math.max(0, perExposure) * origin.exposure(),
                Double.NaN,
                Double.NaN);
    }

    private static double mean(float[] labels) {
        return IntStream.range(0, labels.length).mapToDouble(i -> labels[i]).average().orElse(0);
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
