package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;

/**
 * The contribution of a feature against its value, one dot per row, coloured by the value of
 * another feature.
 *
 * @param title the title
 * @param xTitle the name of the feature
 * @param yTitle the title of the contributions, with the unit
 * @param dots values and contributions of the rows that have a value
 * @param shadeTitle the name of the feature that determines the colours
 * @param shades the values of that feature, one per dot; NaN where missing
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

    /** The chart as SVG. */
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

    /** Draws the colour ramp on the right with labels at its ends and the name of the feature. */
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
