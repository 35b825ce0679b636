package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;

/**
 * A feature's value against what it adds, a dot a row, coloured by the value of a feature that it
 * acts together with.
 *
 * @param title what it shows
 * @param xTitle the feature, with its unit where known
 * @param yTitle what it adds, with its unit
 * @param dots the rows that have a value
 * @param shadeTitle the feature that the colours are of
 * @param shades that feature's values, one a dot; NaN where missing
 */
public record DependenceChart(
        String title,
        String xTitle,
        String yTitle,
        Points dots,
        String shadeTitle,
        double[] shades) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int KEY_WIDTH = 110;
    private static final int WANTED_TICKS = 7;
    private static final double RADIUS = 2.4;

    /** The picture. */
    public String svg() {
        SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        PlotArea area =
                PlotArea.draw(
                        canvas,
                        title,
                        xTitle,
                        Points.ticks(dots.x(), WANTED_TICKS),
                        yTitle,
                        Points.ticks(dots.y(), WANTED_TICKS),
                        KEY_WIDTH);
        Shades colours = Shades.of(shades);
        colours.draw(canvas, shades, area.x().at(dots.x()), area.y().at(dots.y()), RADIUS);
        drawKey(canvas, colours, area);
        return canvas.svg(title);
    }

    /** The ramp on the right, its ends labelled with values, the feature's name beside it. */
    private void drawKey(SvgCanvas canvas, Shades colours, PlotArea area) {
        double x = area.x().to() + 22;
        double height = area.y().from() - area.y().to();
        double step = height / Colours.LEVELS;
        for (int level = 0; level < Colours.LEVELS; level++) {
            double top = area.y().from() - step * (level + 1);
            canvas.rectangle(x, top, 12, step + 0.5, Colours.level(level));
        }
        String high = NumberText.plain(colours.high());
        String low = NumberText.plain(colours.low());
        canvas.text(x + 18, area.y().to() + 10, high, Anchor.START, Colours.FAINT_TEXT);
        canvas.text(x + 18, area.y().from(), low, Anchor.START, Colours.FAINT_TEXT);
        canvas.textUpwards(x + 32, (area.y().from() + area.y().to()) / 2, shadeTitle, Colours.TEXT);
    }
}
