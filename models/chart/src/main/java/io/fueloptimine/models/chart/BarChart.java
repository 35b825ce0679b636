package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One bar per group, with its value, its number of rows, and a whisker if its confidence interval
 * is known.
 *
 * @param title the title
 * @param measure the name of the measure
 * @param unit the unit of the measure
 * @param bars the bars from top to bottom, at least one
 * @param target the position of a dashed target line; NaN for none
 */
public record BarChart(String title, String measure, String unit, List<Bar> bars, double target) {

    private static final int WIDTH = 720;
    private static final int TOP = 64;
    private static final int BOTTOM_MARGIN = 56;
    private static final int LANE = 26;
    private static final int TIGHT_LANE = 18;
    private static final int MANY = 20;
    private static final int WANTED_TICKS = 6;
    private static final int FIGURES_WIDTH = 150;
    private static final int ROWS_COLUMN = 16;
    private static final int FIGURE_COLUMN = 90;

    /**
     * The bar of one group.
     *
     * @param label the name of the group
     * @param value the value; NaN when unknown
     * @param whisker the confidence interval
     * @param rows the number of rows
     * @param pale whether the bar is drawn pale because it has too few rows
     */
    public record Bar(String label, double value, Whisker whisker, int rows, boolean pale) {}

    /**
     * The confidence interval of a bar's value.
     *
     * @param low the lower end; NaN when unknown
     * @param high the upper end; NaN when unknown
     */
    public record Whisker(double low, double high) {

        /** Whether both ends are known, so that the whisker is drawn. */
        public boolean known() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }
    }

    /** The chart as SVG. */
    public String svg() {
        int lane = bars.size() > MANY ? TIGHT_LANE : LANE;
        int bottom = TOP + lane * bars.size() + 4;
        SvgCanvas canvas = new SvgCanvas(WIDTH, bottom + BOTTOM_MARGIN);
        AxisScale scale = scale();
        canvas.title(title);
        Axes.drawHorizontal(canvas, scale, TOP, bottom);
        text(canvas, FIGURE_COLUMN, TOP - 8, unit, Colours.FAINT_TEXT);
        text(canvas, ROWS_COLUMN, TOP - 8, "rows", Colours.FAINT_TEXT);
        for (int i = 0; i < bars.size(); i++) {
            draw(canvas, scale, bars.get(i), TOP + 2 + lane * (i + 0.5), lane);
        }
        Axes.drawZero(canvas, scale, TOP, bottom);
        if (!Double.isNaN(target)) {
            double x = scale.at(target);
            canvas.dashedLine(x, TOP - 4, x, bottom, Colours.LINE);
            String label = "target " + NumberText.plain(target);
            canvas.text(x, TOP - 8, label, Anchor.MIDDLE, Colours.LINE);
        }
        return canvas.svg(title);
    }

    private void draw(SvgCanvas canvas, AxisScale scale, Bar bar, double middle, int lane) {
        double baseline = middle + 4;
        canvas.text(
                scale.from() - 8, baseline, SvgCanvas.cut(bar.label()), Anchor.END, Colours.TEXT);
        text(
                canvas,
                FIGURE_COLUMN,
                baseline,
                NumberText.fixed(bar.value(), decimals()),
                Colours.TEXT);
        text(canvas, ROWS_COLUMN, baseline, NumberText.fixed(bar.rows(), 0), Colours.FAINT_TEXT);
        if (Double.isNaN(bar.value())) {
            return;
        }
        double zero = scale.at(0);
        double end = scale.at(bar.value());
        double thickness = lane * 0.62;
        canvas.rectangle(
                Math.min(zero, end),
                middle - thickness / 2,
                Math.abs(end - zero),
                thickness,
                bar.pale() ? Colours.PALE_BAR : Colours.BAR);
        drawWhisker(canvas, scale, bar.whisker(), middle);
    }

    private static void drawWhisker(
            SvgCanvas canvas, AxisScale scale, Whisker whisker, double middle) {
        if (!whisker.known()) {
            return;
        }
        double low = scale.at(whisker.low());
        double high = scale.at(whisker.high());
        canvas.line(low, middle, high, middle, Colours.TEXT, 1.5);
        canvas.line(low, middle - 4, low, middle + 4, Colours.TEXT, 1.5);
        canvas.line(high, middle - 4, high, middle + 4, Colours.TEXT, 1.5);
    }

    private AxisScale scale() {
        double[] ends =
                DoubleStream.concat(
                                DoubleStream.of(0, target),
                                bars.stream()
                                        .flatMapToDouble(
                                                bar ->
                                                        DoubleStream.of(
                                                                bar.value(),
                                                                bar.whisker().low(),
                                                                bar.whisker().high())))
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        double widest =
                bars.stream()
                        .mapToDouble(bar -> SvgCanvas.textWidth(SvgCanvas.cut(bar.label())))
                        .max()
                        .orElse(0);
        return new AxisScale(
                measure + ", " + unit,
                Points.ticks(ends, WANTED_TICKS),
                24 + widest,
                WIDTH - FIGURES_WIDTH);
    }

    /**
     * The number of decimals with which all values are printed, so that they are aligned. The
     * largest value determines this number.
     */
    private int decimals() {
        return NumberText.decimals(
                bars.stream()
                        .mapToDouble(bar -> Math.abs(bar.value()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0));
    }

    private static void text(
            SvgCanvas canvas, int fromRight, double y, String text, String colour) {
        canvas.text(WIDTH - fromRight, y, text, Anchor.END, colour);
    }
}
