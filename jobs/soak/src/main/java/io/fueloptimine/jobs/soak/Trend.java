package io.fueloptimine.jobs.soak;

import java.util.Arrays;

/**
 * The slope of a series: the median of the slopes of all pairs of points (Sen, "Estimates of the
 * Regression Coefficient Based on Kendall's Tau", JASA 1968), which a minority of outliers does not
 * change.
 *
 * @param slope units of the series per unit of time
 * @param low lower end of the 95 % interval of the slope
 * @param high upper end of the 95 % interval of the slope
 */
record Trend(double slope, double low, double high) {

    private static final double NORMAL_QUANTILE_975 = 1.959964;

    /**
     * Estimates the slope. The interval assumes that the deviations from the line are independent.
     *
     * @param times the times of the points, all different
     * @param values the values of the points, as many as times and at least two
     */
    static Trend of(double[] times, double[] values) {
        int points = times.length;
        if (points < 2 || values.length != points) {
            throw new IllegalArgumentException(
                    "expected at least two points, got " + points + " and " + values.length);
        }
        double[] slopes = new double[points * (points - 1) / 2];
        int pair = 0;
        for (int i = 0; i < points; i++) {
            for (int j = i + 1; j < points; j++) {
                slopes[pair++] = (values[j] - values[i]) / (times[j] - times[i]);
            }
        }
        Arrays.sort(slopes);
        double deviation = Math.sqrt(points * (points - 1.0) * (2.0 * points + 5) / 18);
        int half = (int) Math.ceil(NORMAL_QUANTILE_975 * deviation / 2);
        int low = Math.max(0, slopes.length / 2 - half);
        int high = Math.min(slopes.length - 1, (slopes.length - 1) / 2 + half);
        return new Trend(Medians.ofSorted(slopes), slopes[low], slopes[high]);
    }
}
