package io.fueloptimine.models.drift.distribution;

import io.fueloptimine.models.mine.input.Setting;

/**
 * How far the distribution of a feature in a window lies from a reference distribution, by several
 * measures at once. All measures are effect sizes: they converge to a value as the window grows,
 * and do not grow with it. {@link #psiByChance} says which PSI a window of this size has on average
 * without any shift, so that a small window is not read as a shift.
 *
 * <p>Immutable and thread-safe.
 *
 * @param samples the number of rows in the window, missing values included
 * @param psi the population stability index, {@code sum (q - p) ln(q / p)} over the bins with
 *     shares p of the reference and q of the window, smoothed; 0 or more
 * @param psiByChance the mean PSI of a window of this size without a shift: (bins - 1) / samples
 * @param kullbackLeibler {@code sum q ln(q / p)} in nats, smoothed; 0 or more
 * @param jensenShannon the Jensen-Shannon divergence in bits, 0 (equal) to 1 (disjoint); not
 *     smoothed
 * @param wasserstein the area between the two distribution functions, divided by the reference's
 *     range, 0 to 1; values outside the range count as its ends
 * @param kolmogorovSmirnov the largest difference of the two distribution functions at the edges of
 *     the bins, 0 to 1
 * @param outOfRangeShare the share of the window's present values outside the reference's range
 * @param missingShare the share of missing values in the window minus that in the reference
 */
public record DistributionShift(
        long samples,
        double psi,
        double psiByChance,
        double kullbackLeibler,
        double jensenShannon,
        double wasserstein,
        double kolmogorovSmirnov,
        double outOfRangeShare,
        double missingShare) {

    /**
     * The measures above which a feature has drifted. A feature has drifted when PSI, less what
     * chance explains, exceeds its limit and one of the shape measures does too, or when too many
     * values are out of range or missing.
     */
    public record Limits(
            @Setting(
                            unit = "nats",
                            min = 0.01,
                            max = 10,
                            meaning = "PSI beyond chance; 0.25 is the usual limit of a major shift")
                    double psi,
            @Setting(
                            unit = "bits",
                            min = 0.001,
                            max = 1,
                            meaning = "Jensen-Shannon divergence of a shift")
                    double jensenShannon,
            @Setting(
                            unit = "share of the range",
                            min = 0.001,
                            max = 1,
                            meaning = "Wasserstein distance of a shift")
                    double wasserstein,
            @Setting(
                            unit = "share",
                            min = 0.001,
                            max = 1,
                            meaning = "Kolmogorov-Smirnov distance of a shift")
                    double kolmogorovSmirnov,
            @Setting(
                            unit = "share",
                            min = 0.001,
                            max = 1,
                            meaning = "Share of values out of the reference's range, or missing")
                    double outside,
            @Setting(
                            unit = "rows",
                            min = 1,
                            max = 1e6,
                            meaning = "Windows with fewer rows are not judged")
                    int fewestSamples) {

        /** The usual limits of a major shift. */
        public static final Limits DEFAULT = new Limits(0.25, 0.05, 0.1, 0.2, 0.05, 100);
    }

    /** Whether the feature has drifted; false for windows that are too small to be judged. */
    public boolean exceeds(Limits limits) {
        if (samples < limits.fewestSamples()) {
            return false;
        }
        boolean shape =
                jensenShannon > limits.jensenShannon()
                        || wasserstein > limits.wasserstein()
                        || kolmogorovSmirnov > limits.kolmogorovSmirnov();
        return shape && psi - psiByChance > limits.psi()
                || outOfRangeShare > limits.outside()
                || Math.abs(missingShare) > limits.outside();
    }
}
