package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;

/** Draws axes: grid lines, round numbers, titles. */
final class Axes {

    private static final int LABEL_GAP = 8;
    private static final int LABEL_DROP = 18;
    private static final int TITLE_DROP = 40;
    private static final int TITLE_X = 20;
    private static final int TITLE_WIDTH = 30;

    /**
     * The vertical distance from a line to the baseline of text that is centred on the line, px.
     */
    private static final int HALF_TEXT = 4;

    private Axes() {}

    /** Draws the horizontal axis at the bottom of an area, with grid lines. */
    static void drawHorizontal(Canvas canvas, AxisScale scale, double top, double bottom) {
        scale.ticks()
                .values()
                .forEach(
                        tick -> {
                            double x = scale.at(tick);
                            canvas.line(x, top, x, bottom, Colours.GRID, 1);
                            canvas.text(
                                    x,
                                    bottom + LABEL_DROP,
                                    scale.ticks().label(tick),
                                    Anchor.MIDDLE,
                                    Colours.FAINT_TEXT);
                        });
        canvas.text(
                (scale.from() + scale.to()) / 2,
                bottom + TITLE_DROP,
                scale.title(),
                Anchor.MIDDLE,
                Colours.TEXT);
    }

    /** Draws the vertical axis at the left of an area, with grid lines. */
    static void drawVertical(Canvas canvas, AxisScale scale, double left, double right) {
        scale.ticks()
                .values()
                .forEach(
                        tick -> {
                            double y = scale.at(tick);
                            canvas.line(left, y, right, y, Colours.GRID, 1);
                            canvas.text(
                                    left - LABEL_GAP,
                                    y + HALF_TEXT,
                                    scale.ticks().label(tick),
                                    Anchor.END,
                                    Colours.FAINT_TEXT);
                        });
        canvas.textUpwards(TITLE_X, (scale.from() + scale.to()) / 2, scale.title(), Colours.TEXT);
    }

    /** Draws a vertical line at zero if the axis contains zero. */
    static void drawZero(Canvas canvas, AxisScale scale, double top, double bottom) {
        if (scale.ticks().first() <= 0 && scale.ticks().last() >= 0) {
            canvas.line(scale.at(0), top, scale.at(0), bottom, Colours.AXIS, 1);
        }
    }

    /** The width of the labels and the title of the vertical axis, px. */
    static double leftMargin(Ticks ticks) {
        double widest =
                ticks.values().map(tick -> SvgCanvas.textWidth(ticks.label(tick))).max().orElse(0);
        return TITLE_WIDTH + widest + LABEL_GAP;
    }
}
