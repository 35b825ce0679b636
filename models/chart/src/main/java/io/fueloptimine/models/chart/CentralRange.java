package io.fueloptimine.models.chart;

import java.util.Arrays;

/**
 * The range of values without the extreme ones, so that one outlier does not determine a scale.
 *
 * @param low the lower bound; NaN when there are no values
 * @param high the upper bound; NaN when there are no values
 */
record CentralRange(double low, double high) {

    /**
     * The range between two nearest-rank quantiles of the values that are not NaN.
     *
     * @param tailShare the share of values left out at each end, 0 to 0.5
     */
    static CentralRange of(double[] values, double tailShare) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length == 0) {
            return new CentralRange(Double.NaN, Double.NaN);
        }
        int skipped = (int) Math.round(tailShare * (sorted.length - 1));
        return new CentralRange(sorted[skipped], sorted[sorted.length - 1 - skipped]);
    }
}
