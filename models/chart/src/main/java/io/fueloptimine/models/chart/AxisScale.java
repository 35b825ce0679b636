package io.fueloptimine.models.chart;

/**
 * Maps values to pixels.
 *
 * @param title the title of the values, with the unit
 * @param ticks the round numbers that bound and divide the axis
 * @param from the pixel of the lowest tick
 * @param to the pixel of the highest tick
 */
record AxisScale(String title, Ticks ticks, double from, double to) {

    double at(double value) {
        return from + (value - ticks.low()) / (ticks.high() - ticks.low()) * (to - from);
    }

    double[] at(double[] values) {
        double[] pixels = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = at(values[i]);
        }
        return pixels;
    }
}
