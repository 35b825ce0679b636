package io.fueloptimine.models.chart;

/**
 * The area between two axes, in which pairs of values are drawn.
 *
 * @param x the scale of the horizontal axis
 * @param y the scale of the vertical axis
 */
record PlotArea(AxisScale x, AxisScale y) {

    private static final int TOP = 46;
    private static final int BOTTOM_MARGIN = 56;

    /**
     * Draws a title and two axes on the whole canvas except a margin on the right.
     *
     * @param xTitle the title of the horizontal axis, with the unit
     */
    static PlotArea draw(
            Canvas canvas,
            String title,
            String xTitle,
            Ticks xTicks,
            String yTitle,
            Ticks yTicks,
            double rightMargin) {
        double left = Axes.leftMargin(yTicks);
        double right = canvas.width() - rightMargin;
        double bottom = canvas.height() - BOTTOM_MARGIN;
        AxisScale x = new AxisScale(xTitle, xTicks, left, right);
        AxisScale y = new AxisScale(yTitle, yTicks, bottom, TOP);
        canvas.title(title);
        Axes.drawVertical(canvas, y, left, right);
        Axes.drawHorizontal(canvas, x, TOP, bottom);
        PlotArea area = new PlotArea(x, y);
        area.drawZeros(canvas);
        return area;
    }

    /** Draws the horizontal and the vertical line at zero. */
    void drawZeros(Canvas canvas) {
        Axes.drawZero(canvas, x, y.to(), y.from());
        if (y.ticks().first() <= 0 && y.ticks().last() >= 0) {
            canvas.line(x.from(), y.at(0), x.to(), y.at(0), Colours.AXIS, 1);
        }
    }
}
