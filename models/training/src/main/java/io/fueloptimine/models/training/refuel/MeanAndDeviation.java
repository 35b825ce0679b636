package io.fueloptimine.models.training.refuel;

import java.util.Arrays;

/**
 * How a figure varies with the way the trucks are dealt into folds.
 *
 * @param mean over the groupings
 * @param deviation standard deviation over them
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
