package io.fueloptimine.models.chart;

/**
 * A line with a band around it, such as a mean between two quantiles. Immutable by convention: the
 * arrays are not copied.
 *
 * @param title what it shows
 * @param xTitle what goes along the bottom, with its unit
 * @param yTitle what goes up, with its unit
 * @param x places along the bottom, ascending
 * @param low the band's lower edge, one a place
 * @param middle the line
 * @param high the band's upper edge
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

    /** The picture. */
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

    /** Along the first, back along the second. */
    private static double[] joined(double[] first, double[] second) {
        double[] joined = new double[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        for (int i = 0; i < second.length; i++) {
            joined[first.length + i] = second[second.length - 1 - i];
        }
        return joined;
    }
}
