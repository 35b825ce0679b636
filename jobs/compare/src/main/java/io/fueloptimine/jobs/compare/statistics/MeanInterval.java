package io.fueloptimine.jobs.compare.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean with its 95 % confidence interval by Student's t distribution with n - 1 degrees of
 * freedom.
 *
 * @param count the number of values, n
 * @param mean the mean; NaN without values or when a value is not finite
 * @param low the lower end of the interval; NaN when there are fewer than two values
 * @param high the upper end of the interval; NaN when there are fewer than two values
 */
public record MeanInterval(int count, double mean, double low, double high) {

    private static final double UPPER_PROBABILITY = 0.975;

    /** No values. */
    public static final MeanInterval UNKNOWN =
            new MeanInterval(0, Double.NaN, Double.NaN, Double.NaN);

    /** The mean and the interval of independent values. */
    public static MeanInterval of(double[] values) {
        int count = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (!Double.isFinite(mean)) {
            return new MeanInterval(count, Double.NaN, Double.NaN, Double.NaN);
        }
        if (count < 2) {
            return new MeanInterval(count, mean, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double standardError = Math.sqrt(squares / (count - 1) / count);
        double half = quantile(count - 1) * standardError;
        return new MeanInterval(count, mean, mean - half, mean + half);
    }

    /** Whether both ends of the interval are known. */
    public boolean known() {
        return !Double.isNaN(low);
    }

    /** The 97.5 % quantile of Student's t distribution. */
    static double quantile(int degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(UPPER_PROBABILITY);
    }
}
