package io.fueloptimine.models.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Kernels over numbers: Gaussians on the parameter's scale, cut off at its bounds. The prior stands
 * in the middle, as wide as the range.
 */
final class GaussianKernels implements Kernels {

    private final NumberRange range;
    private final List<TruncatedGaussian> kernels = new ArrayList<>();

    /** Kernels around numbers seen, on the range's scale. */
    GaussianKernels(NumberRange range, double[] seen) {
        this.range = range;
        double low = range.lowerEdge(range.low());
        double high = range.upperEdge(range.high());
        double[] sigmas = Bandwidths.of(seen, low, high);
        for (int i = 0; i < seen.length; i++) {
            kernels.add(new TruncatedGaussian(seen[i], sigmas[i], low, high));
        }
        kernels.add(new TruncatedGaussian((low + high) / 2, high - low, low, high));
    }

    @Override
    public double draw(int kernel, SplittableRandom random) {
        return range.nearest(kernels.get(kernel).draw(random));
    }

    @Override
    public double logLikelihood(int kernel, double coordinate) {
        TruncatedGaussian gaussian = kernels.get(kernel);
        double from = range.lowerEdge(coordinate);
        return range.isWhole()
                ? gaussian.logMass(from, range.upperEdge(coordinate))
                : gaussian.logDensity(from);
    }
}
