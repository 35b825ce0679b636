package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.FuelExpectation;
import io.fueloptimine.models.fuel.FuelForests;
import io.fueloptimine.models.fuel.IntervalCalibration;
import io.fueloptimine.models.training.table.TrainingTable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What forests answered for a row that they had not learnt from, per unit of exposure and before
 * any calibration.
 *
 * @param label what was burnt
 * @param expected the expectation
 * @param low the lower forest's answer
 * @param high the upper forest's answer
 */
record OutOfFoldPrediction(double label, double expected, double low, double high) {

    /** Of ten rows one may lie beyond each end. */
    private static final double KEPT_BY_EACH_END = 0.9;

    /** A ratio to an expectation of next to nothing says nothing. */
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
     * The shifts that make each end keep nine of ten rows, relative to the expectation: conformal
     * quantile regression (Romano, Patterson, Candes 2019), each end by itself.
     */
    static IntervalCalibration calibration(List<OutOfFoldPrediction> answers) {
        return new IntervalCalibration(
                shift(answers, answer -> answer.low - answer.label),
                shift(answers, answer -> answer.label - answer.high));
    }

    /** The answer with its ends moved, never past the expectation. */
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
        int kept = (int) Math.ceil(KEPT_BY_EACH_END * (ratios.length + 1)) - 1;
        return ratios.length == 0 ? 0 : ratios[Math.min(kept, ratios.length - 1)];
    }
}
