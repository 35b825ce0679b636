package io.fueloptimine.models.chart;

/**
 * A line with a band around it, such as a mean between two quantiles. Immutable by convention: the
 * arrays are not copied.
 *
 * @param title the title
 * @param xTitle the title of the horizontal axis, with the unit
 * @param yTitle the title of the vertical axis, with the unit
 * @param x the horizontal positions, ascending
 * @param low the lower edge of the band, one per position
 * @param middle the values of the line, one per position
 * @param high the upper edge of the band
 */
public record BandChart(
        String title,
        String xTitle,
        String yTitle,
        double[] x,
        double[] low,
        double[] middle,
        double[] high) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final int WANTED_TICKS = 7;
    private static final int RIGHT_MARGIN = 28;

    /** The chart as SVG. */
    public String svg() {
        SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        double[] edges = joined(low, high);
        double[] heights = joined(joined(edges, middle), new double[1]);
        PlotArea area =
                PlotArea.draw(
                        canvas,
                        title,
                        xTitle,
                        Points.ticks(x, WANTED_TICKS),
                        yTitle,
                        Points.ticks(heights, WANTED_TICKS),
                        RIGHT_MARGIN);
        double[] along = area.x().at(x);
        canvas.area(joined(along, along), area.y().at(edges), Colours.PALE_BAR);
        area.drawZeros(canvas);
        canvas.path(along, area.y().at(middle), Colours.DATA, 2);
        return canvas.svg(title);
    }

    /** The first array followed by the reversed second array. */
    private static double[] joined(double[] first, double[] second) {
        double[] joined = new double[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        for (int i = 0; i < second.length; i++) {
            joined[first.length + i] = second[second.length - 1 - i];
        }
        return joined;
    }
}
