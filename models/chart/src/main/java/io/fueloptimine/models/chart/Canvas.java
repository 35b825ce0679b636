package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;

/**
 * What a chart is drawn on, in pixels from the top left. A chart that draws on this interface can
 * be written as SVG ({@link SvgCanvas}) and as PNG ({@link PngCanvas}).
 */
interface Canvas {

    int width();

    int height();

    /** Draws the title of the chart at the top left. */
    void title(String title);

    /** Draws a text on one line. */
    void text(double x, double y, String text, Anchor anchor, String colour);

    /** Draws a text from bottom to top, centred at the point. */
    void textUpwards(double x, double y, String text, String colour);

    /** Draws a straight line. */
    void line(double x1, double y1, double x2, double y2, String colour, double thickness);

    /** Draws a line through points. */
    void path(double[] x, double[] y, String colour, double thickness);

    /** Draws discs of one colour and opacity; overlapping discs look darker. */
    void dots(double[] x, double[] y, double radius, String colour, double opacity);
}
