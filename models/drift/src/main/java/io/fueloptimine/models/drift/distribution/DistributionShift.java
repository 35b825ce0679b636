package io.fueloptimine.models.drift.distribution;

import io.fueloptimine.models.mine.input.Setting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                    int fewestSamples)
            implements Serializable {

        /** The usual limits of a major shift. */
        public static final Limits DEFAULT = new Limits(0.25, 0.05, 0.1, 0.2, 0.05, 100);
    }

    /** Whether the feature has drifted; false for windows that are too small to be judged. */
    public boolean exceeds(Limits limits) {
        return !exceeded(limits, true).isEmpty();
    }

    /** Whether the window has too few rows to be judged. */
    public boolean isTooSmall(Limits limits) {
        return samples < limits.fewestSamples();
    }

    /**
     * The measures that exceed their limits, each with value and limit; empty if the feature has
     * not drifted, and for windows that are too small to be judged.
     *
     * @param wholeDay whether the window is long enough for a judgement of the shape; otherwise
     *     only values out of range and missing ones are judged
     */
    public List<String> exceeded(Limits limits, boolean wholeDay) {
        List<String> exceeded = new ArrayList<>();
        if (isTooSmall(limits)) {
            return exceeded;
        }
        if (wholeDay) {
            addShape(exceeded, limits);
        }
        add(exceeded, "out of range", outOfRangeShare, limits.outside());
        add(exceeded, "missing", Math.abs(missingShare), limits.outside());
        return exceeded;
    }

    private void addShape(List<String> exceeded, Limits limits) {
        List<String> shape = new ArrayList<>();
        add(shape, "PSI beyond chance", psi - psiByChance, limits.psi());
        boolean isLarge = !shape.isEmpty();
        add(shape, "Jensen-Shannon", jensenShannon, limits.jensenShannon());
        add(shape, "Wasserstein", wasserstein, limits.wasserstein());
        add(shape, "Kolmogorov-Smirnov", kolmogorovSmirnov, limits.kolmogorovSmirnov());
        if (isLarge && shape.size() > 1) {
            exceeded.addAll(shape);
        }
    }

    private static void add(List<String> exceeded, String measure, double value, double limit) {
        if (value > limit) {
            exceeded.add(String.format(Locale.ROOT, "%s %.3f > %.3f", measure, value, limit));
        }
    }
}
