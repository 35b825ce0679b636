package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Several lines over one axis. The key on the right names them.
 *
 * @param title the title
 * @param xTitle the title of the horizontal axis, with the unit
 * @param yTitle the title of the vertical axis, with the unit
 * @param lines the lines, each with at least one point; from the ninth on, the colours repeat
 */
public record LinesChart(String title, String xTitle, String yTitle, List<Line> lines) {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 400;
    private static final int WANTED_TICKS = 7;
    private static final int KEY_WIDTH = 210;
    private static final int KEY_GAP = 20;
    private static final int KEY_LINE = 20;
    private static final double DOT_RADIUS = 3;

    /**
     * A line.
     *
     * @param name the name
     * @param points the points from left to right, with finite values
     */
    public record Line(String name, Points points) {}

    /** Copies the lines. */
    public LinesChart {
        lines = List.copyOf(lines);
    }

    /** The chart as SVG. */
    public String svg() {
        SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        PlotArea area =
                PlotArea.draw(
                        canvas,
                        title,
                        xTitle,
                        Points.ticks(all(Points::x, false), WANTED_TICKS),
                        yTitle,
                        Points.ticks(all(Points::y, true), WANTED_TICKS),
                        KEY_WIDTH);
        double keyX = area.x().to() + KEY_GAP;
        double keyY = area.y().to() + 10;
        for (int i = 0; i < lines.size(); i++) {
            String colour = Colours.group(i);
            double[] x = area.x().at(lines.get(i).points().x());
            double[] y = area.y().at(lines.get(i).points().y());
            canvas.path(x, y, colour, 2);
            canvas.dots(x, y, DOT_RADIUS, colour, 1);
            canvas.line(keyX - 6, keyY - 4, keyX + 8, keyY - 4, colour, 2);
            canvas.text(
                    keyX + 14,
                    keyY,
                    SvgCanvas.cut(lines.get(i).name()),
                    Anchor.START,
                    Colours.TEXT);
            keyY += KEY_LINE;
        }
        return canvas.svg(title);
    }

    private double[] all(Function<Points, double[]> axis, boolean withZero) {
        double[] values =
                lines.stream()
                        .flatMapToDouble(line -> Arrays.stream(axis.apply(line.points())))
                        .toArray();
        return withZero ? append(values) : values;
    }

    private static double[] append(double[] values) {
        return Arrays.copyOf(values, values.length + 1);
    }
}
