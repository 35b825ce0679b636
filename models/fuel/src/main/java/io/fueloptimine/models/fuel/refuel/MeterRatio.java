package io.fueloptimine.models.fuel.refuel;

import java.util.List;

/**
 * Litres counted as a share of litres metered, with 95 % confidence by the linearised variance of a
 * ratio of sums (Cochran, "Sampling Techniques", 1977, section 6.4).
 *
 * @param pairs how many pairs it rests on
 * @param countedL litres counted, all pairs together
 * @param meteredL litres metered, all pairs together
 * @param ratio counted by metered: 1 when both agree, above 1 when too much is counted; NaN of no
 *     pair
 * @param low lower end; NaN of fewer than two pairs
 * @param high upper end; NaN of fewer than two pairs
 */
public record MeterRatio(
        int pairs, double countedL, double meteredL, double ratio, double low, double high) {

    private static final double DEVIATIONS = 1.96;
    private static final int FEWEST_PAIRS = 2;

    /**
     * Two figures of the same litres.
     *
     * @param countedL litres counted
     * @param meteredL litres metered
     */
    record Pair(double countedL, double meteredL) {}

    static MeterRatio of(List<Pair> pairs) {
        double countedL = pairs.stream().mapToDouble(Pair::countedL).sum();
        double meteredL = pairs.stream().mapToDouble(Pair::meteredL).sum();
        double ratio = countedL / meteredL;
        double half = DEVIATIONS * deviation(pairs, ratio, meteredL);
        return new MeterRatio(pairs.size(), countedL, meteredL, ratio, ratio - half, ratio + half);
    }

    private static double deviation(List<Pair> pairs, double ratio, double meteredL) {
        int n = pairs.size();
        if (n < FEWEST_PAIRS) {
            return Double.NaN;
        }
        double squared =
                pairs.stream()
                        .mapToDouble(p -> Math.pow(p.countedL() - ratio * p.meteredL(), 2))
                        .sum();
        return Math.sqrt(squared * n / (n - 1)) / meteredL;
    }
}
