package io.fueloptimine.models.training.search;

import java.util.SplittableRandom;

/**
 * A Gaussian truncated at two bounds. The mean lies between the bounds and the standard deviation
 * is at most their distance, so at least a third of the probability mass remains. Immutable.
 */
final class TruncatedGaussian {

    private static final double LOG_SQRT_2_PI = Math.log(2 * Math.PI) / 2;

    /**
     * The number of standard deviations beyond which the remaining probability mass is 0 in double
     * precision.
     */
    private static final double FARTHEST = 8;

    private final double mean;
    private final double sigma;
    private final double low;
    private final double high;
    private final double logLeft;
    private final double logPeak;

    TruncatedGaussian(double mean, double sigma, double low, double high) {
        this.mean = mean;
        this.sigma = sigma;
        this.low = low;
        this.high = high;
        this.logLeft = Math.log(mass(low, high));
        this.logPeak = -LOG_SQRT_2_PI - Math.log(sigma) - logLeft;
    }

    double draw(SplittableRandom random) {
        double drawn;
        do {
            drawn = mean + sigma * random.nextGaussian();
        } while (drawn < low || drawn > high);
        return drawn;
    }

    /** The logarithm of the density at a position between the bounds. */
    double logDensity(double position) {
        double z = (position - mean) / sigma;
        return logPeak - z * z / 2;
    }

    /**
     * The logarithm of the probability mass between two positions; minus infinity where it
     * underflows.
     */
    double logMass(double from, double to) {
        return Math.log(mass(from, to)) - logLeft;
    }

    private double mass(double from, double to) {
        return Math.max(0, cumulative((to - mean) / sigma) - cumulative((from - mean) / sigma));
    }

    /**
     * The standard normal distribution function, accurate to about 1e-15, by the method of
     * Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software 11(4), 2004.
     */
    static double cumulative(double z) {
        if (Math.abs(z) > FARTHEST) {
            return z < 0 ? 0 : 1;
        }
        double term = z;
        double sum = z;
        for (int i = 3; sum + term != sum; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2 - LOG_SQRT_2_PI);
    }
}
