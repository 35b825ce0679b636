package io.fueloptimine.models.chart;

/**
 * The room between two axes, where pairs of values become places.
 *
 * @param x the axis along the bottom
 * @param y the axis along the left
 */
record PlotArea(AxisScale x, AxisScale y) {

    private static final int TOP = 46;
    private static final int BOTTOM_MARGIN = 56;

    /**
     * Draws a title and two axes that take up the whole canvas but for a margin on the right.
     *
     * @param xTitle what goes along the bottom, with its unit
     */
    static PlotArea draw(
            SvgCanvas canvas,
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

    /** Both lines of zero, over what was drawn before. */
    void drawZeros(SvgCanvas canvas) {
        Axes.drawZero(canvas, x, y.to(), y.from());
        if (y.ticks().first() <= 0 && y.ticks().last() >= 0) {
            canvas.line(x.from(), y.at(0), x.to(), y.at(0), Colours.AXIS, 1);
        }
    }
}
