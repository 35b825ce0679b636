package io.fueloptimine.models.chart;

import java.util.Arrays;

/**
 * Pairs of values. Immutable by convention: the arrays are not copied.
 *
 * @param x one value a pair
 * @param y the other, as many
 */
public record Points(double[] x, double[] y) {

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException when they differ
     */
    public Points {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must be as many, are " + x.length + " and " + y.length);
        }
    }

    /** How many pairs. */
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
