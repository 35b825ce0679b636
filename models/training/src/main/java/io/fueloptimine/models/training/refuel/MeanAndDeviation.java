package io.fueloptimine.models.training.refuel;

import java.util.Arrays;

/**
 * The mean and the standard deviation of a metric over random assignments of trucks to folds.
 *
 * @param mean the mean of the metric
 * @param deviation the standard deviation of the metric
 */
public record MeanAndDeviation(double mean, double deviation) {

    static MeanAndDeviation of(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum()
                        / (values.length - 1);
        return new MeanAndDeviation(mean, Math.sqrt(variance));
    }
}
