package io.fueloptimine.models.chart;

import java.util.Arrays;

/**
 * Pairs of values. Immutable by convention: the arrays are not copied.
 *
 * @param x the first value of each pair
 * @param y the second value of each pair
 */
public record Points(double[] x, double[] y) {

    /**
     * Checks that both arrays have the same length.
     *
     * @throws IllegalArgumentException when the lengths differ
     */
    public Points {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must have equal lengths, have " + x.length + " and " + y.length);
        }
    }

    /** The number of pairs. */
    public int size() {
        return x.length;
    }

    static Ticks ticks(double[] values, int wanted) {
        return Ticks.over(
                Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(1),
                wanted);
    }
}
