package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelExpectation;
import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The prediction of a row by forests that were not trained on it, per unit of exposure and before
 * calibration.
 *
 * @param label the actual value
 * @param expected the expected value
 * @param low the prediction of the lower quantile
 * @param high the prediction of the upper quantile
 */
record OutOfFoldPrediction(double label, double expected, double low, double high) {

    /** The nominal share of rows that lie on the inner side of each end of the interval. */
    private static final double COVERAGE_OF_EACH_END = 0.9;

    /**
     * The smallest expected value that is used for calibration; the relative error of smaller
     * values is meaningless.
     */
    private static final double LEAST_EXPECTED = 1e-3;

    static OutOfFoldPrediction of(FuelForests forests, TrainingTable table, int row) {
        float[] features = table.row(row);
        return new OutOfFoldPrediction(
                table.labels()[row],
                forests.expected().predict(features),
                forests.low().orElseThrow().predict(features),
                forests.high().orElseThrow().predict(features));
    }

    /**
     * Computes by how much the lower and the upper end of the interval are shifted, as a fraction
     * of the expected value, so that each end alone bounds 90 % of the rows. The method is
     * conformalised quantile regression (Romano, Patterson and Candes 2019), applied to each end
     * separately.
     */
    static IntervalCalibration calibration(List<OutOfFoldPrediction> answers) {
        return new IntervalCalibration(
                shift(answers, answer -> answer.low - answer.label),
                shift(answers, answer -> answer.label - answer.high));
    }

    /**
     * The expected value with the shifted interval. The ends of the interval never cross the
     * expected value.
     */
    FuelExpectation moved(IntervalCalibration calibration) {
        double size = Math.abs(expected);
        return new FuelExpectation(
                expected,
                Math.min(expected, low - calibration.lowShift() * size),
                Math.max(expected, high + calibration.highShift() * size));
    }

    private static double shift(
            List<OutOfFoldPrediction> answers, ToDoubleFunction<OutOfFoldPrediction> beyond) {
        double[] ratios =
                answers.stream()
                        .filter(answer -> Math.abs(answer.expected) >= LEAST_EXPECTED)
                        .mapToDouble(
                                answer -> beyond.applyAsDouble(answer) / Math.abs(answer.expected))
                        .sorted()
                        .toArray();
        int kept = (int) Math.ceil(COVERAGE_OF_EACH_END * (ratios.length + 1)) - 1;
        return ratios.length == 0 ? 0 : ratios[Math.min(kept, ratios.length - 1)];
    }
}
