package io.fueloptimine.models.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The colours of the values of a feature: light for low values, dark for high values, grey for
 * missing values. The lowest and the highest 5 % share a colour, so that an outlier does not
 * determine the ramp.
 *
 * @param low the value at the light end of the ramp; NaN when all values are missing
 * @param high the value at the dark end of the ramp
 */
record Shades(double low, double high) {

    /** The level of a missing value. */
    static final int MISSING = -1;

    private static final double OUTERMOST = 0.05;

    static Shades of(double[] values) {
        CentralRange range = CentralRange.of(values, OUTERMOST);
        return new Shades(range.low(), range.high());
    }

    /**
     * The step of the colour ramp for a value: {@link #MISSING} for a missing value, and the middle
     * step when all values are equal.
     */
    int level(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return (int) Math.round(Math.min(1, Math.max(0, share)) * (Colours.LEVELS - 1));
    }

    /** Draws one dot per row, colour by colour, missing values first. */
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
