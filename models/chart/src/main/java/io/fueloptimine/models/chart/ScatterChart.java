package io.fueloptimine.models.chart;

import java.util.stream.DoubleStream;

/**
 * A scatter plot with one dot per row and a line.
 *
 * @param title the title
 * @param xTitle the title of the horizontal axis, with the unit
 * @param yTitle the title of the vertical axis, with the unit
 * @param dots the dots, one per table row
 * @param line the line, from left to right
 * @param sameScale whether both axes have the same range
 */
public record ScatterChart(
        String title, String xTitle, String yTitle, Points dots, Points line, boolean sameScale) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 460;
    private static final int SQUARE_WIDTH = 560;
    private static final int SQUARE_HEIGHT = 540;
    private static final int WANTED_TICKS = 7;
    private static final int RIGHT_MARGIN = 28;
    private static final int CROWD = 600;

    /** The chart as SVG. */
    public String svg() {
        SvgCanvas canvas =
                sameScale
                        ? new SvgCanvas(SQUARE_WIDTH, SQUARE_HEIGHT)
                        : new SvgCanvas(WIDTH, HEIGHT);
        PlotArea area =
                PlotArea.draw(
                        canvas,
                        title,
                        xTitle,
                        ticks(dots.x(), dots.y()),
                        yTitle,
                        ticks(dots.y(), dots.x()),
                        RIGHT_MARGIN);
        boolean crowded = dots.size() > CROWD;
        canvas.dots(
                area.x().at(dots.x()),
                area.y().at(dots.y()),
                crowded ? 2 : 2.6,
                Colours.DATA,
                crowded ? 0.4 : 0.6);
        canvas.path(area.x().at(line.x()), area.y().at(line.y()), Colours.LINE, 2);
        return canvas.svg(title);
    }

    private Ticks ticks(double[] own, double[] others) {
        return sameScale
                ? Points.ticks(
                        DoubleStream.concat(DoubleStream.of(own), DoubleStream.of(others))
                                .toArray(),
                        WANTED_TICKS)
                : Points.ticks(own, WANTED_TICKS);
    }
}
