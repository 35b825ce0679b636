package io.fueloptimine.models.training.refuel;

import java.util.Arrays;

/**
 * How a figure varies with the way the trucks are dealt into folds.
 *
 * @param mean over the groupings
 * @param deviation standard deviation over them
 */
public record Spread(double mean, double deviation) {

    static Spread of(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum()
                        / (values.length - 1);
        return new Spread(mean, Math.sqrt(variance));
    }
}
