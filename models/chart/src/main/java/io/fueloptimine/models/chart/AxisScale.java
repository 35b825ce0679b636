package io.fueloptimine.models.chart;

/**
 * Where values lie between two pixels.
 *
 * @param title what the values are, with their unit
 * @param ticks the round numbers that bound and divide it
 * @param from the pixel of the lowest tick
 * @param to the pixel of the highest
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
