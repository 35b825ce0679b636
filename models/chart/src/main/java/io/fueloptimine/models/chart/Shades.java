package io.fueloptimine.models.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The colours of a feature's values: light for its low ones, dark for its high ones, grey where it
 * is missing. The outermost twentieth at either end shares a colour, or one far value would take up
 * the ramp.
 *
 * @param low the value from which on it gets darker; NaN when all are missing
 * @param high the value above which it gets no darker
 */
record Shades(double low, double high) {

    /** The level of a missing value. */
    static final int MISSING = -1;

    private static final double OUTERMOST = 0.05;

    static Shades of(double[] values) {
        CentralRange range = CentralRange.of(values, OUTERMOST);
        return new Shades(range.low(), range.high());
    }

    /** The step of the ramp, or {@link #MISSING}; the middle where all values are the same. */
    int level(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return (int) Math.round(Math.min(1, Math.max(0, share)) * (Colours.LEVELS - 1));
    }

    /** Draws a dot a row, one colour after another, the missing first. */
    void draw(SvgCanvas canvas, double[] values, double[] x, double[] y, double radius) {
        for (int level = MISSING; level < Colours.LEVELS; level++) {
            int wanted = level;
            int[] rows =
                    IntStream.range(0, values.length)
                            .filter(row -> level(values[row]) == wanted)
                            .toArray();
            if (rows.length > 0) {
                canvas.dots(
                        Arrays.stream(rows).mapToDouble(row -> x[row]).toArray(),
                        Arrays.stream(rows).mapToDouble(row -> y[row]).toArray(),
                        radius,
                        level == MISSING ? Colours.MISSING : Colours.level(level),
                        0.8);
            }
        }
    }
}
