package io.fueloptimine.models.training.evaluation;

/** Quantiles of samples with linear interpolation (type 7 of Hyndman and Fan, 1996). */
public final class Quantiles {

    private Quantiles() {}

    /**
     * The median: the middle value, or the mean of the two middle values.
     *
     * @param sorted at least one value, ascending, none of them NaN
     */
    public static double medianOfSorted(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * A quantile of values in ascending order.
     *
     * @param sorted at least one value, ascending, none of them NaN
     * @param share the probability of the quantile, 0 to 1
     */
    public static double ofSorted(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
