package io.fueloptimine.models.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The kernels of a Parzen estimate along one parameter: one Gaussian around the value of each
 * trial, truncated at the parameter's bounds. The last kernel is the prior, a Gaussian centred in
 * the range and as wide as the range. Immutable.
 */
final class GaussianKernels {

    private final NumberRange range;
    private final List<TruncatedGaussian> kernels = new ArrayList<>();

    /** Creates kernels around observed values, which are given on the range's scale. */
    GaussianKernels(NumberRange range, double[] observed) {
        this.range = range;
        double low = range.lowerEdge(range.low());
        double high = range.upperEdge(range.high());
        double[] sigmas = Bandwidths.of(observed, low, high);
        for (int i = 0; i < observed.length; i++) {
            kernels.add(new TruncatedGaussian(observed[i], sigmas[i], low, high));
        }
        kernels.add(new TruncatedGaussian((low + high) / 2, high - low, low, high));
    }

    /** A coordinate drawn at random from one kernel. */
    double draw(int kernel, SplittableRandom random) {
        return range.nearest(kernels.get(kernel).draw(random));
    }

    /**
     * The logarithm of a coordinate's likelihood under one kernel: a density on the parameter's
     * scale for real numbers, a probability for integers.
     */
    double logLikelihood(int kernel, double coordinate) {
        TruncatedGaussian gaussian = kernels.get(kernel);
        double from = range.lowerEdge(coordinate);
        return range.isInteger()
                ? gaussian.logMass(from, range.upperEdge(coordinate))
                : gaussian.logDensity(from);
    }
}
