package io.fueloptimine.models.training.evaluation;

import java.util.Arrays;

/**
 * A 95 % confidence interval of a measure.
 *
 * @param low lower end; NaN when unknown
 * @param high upper end; NaN when unknown
 */
public record BootstrapInterval(double low, double high) {

    /** No interval is known, for example with a single machine. */
    public static final BootstrapInterval UNKNOWN = new BootstrapInterval(Double.NaN, Double.NaN);

    private static final double LOW_SHARE = 0.025;
    private static final double HIGH_SHARE = 0.975;

    /** Whether both ends are known. */
    public boolean known() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** The percentile interval of bootstrap replicates. Replicates that are NaN are ignored. */
    static BootstrapInterval ofReplicates(double[] replicates) {
        double[] sorted =
                Arrays.stream(replicates).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return sorted.length == 0
                ? UNKNOWN
                : new BootstrapInterval(
                        Quantiles.ofSorted(sorted, LOW_SHARE),
                        Quantiles.ofSorted(sorted, HIGH_SHARE));
    }
}
