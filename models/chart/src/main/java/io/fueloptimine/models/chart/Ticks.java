package io.fueloptimine.models.chart;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param first the lowest tick, as a multiple of the step
 * @param last the highest tick, as a multiple of the step
 * @param step the distance between two neighbouring ticks
 */
record Ticks(long first, long last, double step) {

    private static final double[] ROUND = {1, 2, 5, 10};

    /** Tolerance for values that are round numbers up to rounding errors. */
    private static final double ALMOST = 1e-9;

    /** Values and differences of this size and below are drawn as zero. */
    private static final double SMALLEST = 1e-30;

    /**
     * Creates ticks such that the lowest tick is at or below the least value and the highest tick
     * is at or above the greatest value.
     *
     * @param wanted the approximate number of steps
     * @throws IllegalArgumentException if the values are not finite or too far apart
     */
    static Ticks over(double least, double greatest, int wanted) {
        double span = greatest - least;
        if (!Double.isFinite(span)) {
            throw new IllegalArgumentException(
                    "an axis needs finite ends, not " + least + " and " + greatest);
        }
        double usual = Math.max(Math.abs(least), Math.abs(greatest));
        if (span <= Math.max(SMALLEST, usual * ALMOST)) {
            double margin = usual > SMALLEST ? usual / 10 : 1;
            return over(least - margin, greatest + margin, wanted);
        }
        double step = roundStep(span / wanted);
        return new Ticks(
                (long) Math.floor(least / step + ALMOST),
                (long) Math.ceil(greatest / step - ALMOST),
                step);
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (round * power >= rough * (1 - ALMOST)) {
                return round * power;
            }
        }
        throw new IllegalStateException("no round step for " + rough);
    }

    double low() {
        return first * step;
    }

    double high() {
        return last * step;
    }

    DoubleStream values() {
        return LongStream.rangeClosed(first, last).mapToDouble(tick -> tick * step);
    }

    /** The value with as many decimals as the step has. */
    String label(double value) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - ALMOST));
        return NumberText.fixed(value, decimals);
    }
}
