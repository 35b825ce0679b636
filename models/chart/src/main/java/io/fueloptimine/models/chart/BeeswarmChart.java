package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A beeswarm chart: one row of dots per feature. The position of a dot is the contribution of the
 * feature, its colour the value of the feature. Dots at similar positions are stacked.
 *
 * @param title the title
 * @param xTitle the title of the contributions, with the unit
 * @param swarms the rows of dots from top to bottom, at least one
 */
public record BeeswarmChart(String title, String xTitle, List<Swarm> swarms) {

    private static final int WIDTH = 720;
    private static final int TOP = 72;
    private static final int BOTTOM_MARGIN = 56;
    private static final int LANE = 36;
    private static final int FIGURES_WIDTH = 84;
    private static final int FIGURE_COLUMN = 16;
    private static final int WANTED_TICKS = 7;
    private static final double RADIUS = 2;

    /** Dots whose horizontal distance is less than this are stacked, px. */
    private static final double STACK_WIDTH = 3;

    /**
     * The vertical distance between stacked dots, px; it is reduced when the space is not enough.
     */
    private static final double STACK_STEP = 2.6;

    /**
     * The row of dots of one feature.
     *
     * @param feature the name of the feature
     * @param figure the importance of the feature, as text
     * @param values the values of the feature, one per table row; NaN where missing
     * @param added the contributions of the feature to the prediction, one per table row
     */
    public record Swarm(String feature, String figure, double[] values, double[] added) {}

    /** The chart as SVG. */
    public String svg() {
        int bottom = TOP + LANE * swarms.size();
        SvgCanvas canvas = new SvgCanvas(WIDTH, bottom + BOTTOM_MARGIN);
        canvas.title(title);
        AxisScale scale = scale();
        Axes.drawHorizontal(canvas, scale, TOP, bottom);
        Axes.drawZero(canvas, scale, TOP, bottom);
        drawKey(canvas);
        canvas.text(WIDTH - FIGURE_COLUMN, TOP - 8, "mean size", Anchor.END, Colours.FAINT_TEXT);
        for (int i = 0; i < swarms.size(); i++) {
            draw(canvas, scale, swarms.get(i), TOP + LANE * (i + 0.5));
        }
        return canvas.svg(title);
    }

    private AxisScale scale() {
        double[] ends =
                DoubleStream.concat(
                                DoubleStream.of(0),
                                swarms.stream().flatMapToDouble(s -> Arrays.stream(s.added())))
                        .toArray();
        double widest =
                swarms.stream()
                        .mapToDouble(s -> SvgCanvas.textWidth(SvgCanvas.cut(s.feature())))
                        .max()
                        .orElse(0);
        return new AxisScale(
                xTitle, Points.ticks(ends, WANTED_TICKS), 28 + widest, WIDTH - FIGURES_WIDTH);
    }

    /** Draws the legend of the colours. */
    private static void drawKey(SvgCanvas canvas) {
        for (int level = 0; level < Colours.LEVELS; level++) {
            canvas.rectangle(16 + 6 * level, 43, 6.5, 10, Colours.level(level));
        }
        double x = 16 + 6 * Colours.LEVELS + 8;
        String ramp = "feature's value, low to high";
        canvas.text(x, 52, ramp, Anchor.START, Colours.FAINT_TEXT);
        x += SvgCanvas.textWidth(ramp) + 16;
        canvas.rectangle(x, 43, 10, 10, Colours.MISSING);
        canvas.text(x + 16, 52, "missing", Anchor.START, Colours.FAINT_TEXT);
    }

    private static void draw(SvgCanvas canvas, AxisScale scale, Swarm swarm, double middle) {
        canvas.text(
                scale.from() - 12,
                middle + 4,
                SvgCanvas.cut(swarm.feature()),
                Anchor.END,
                Colours.TEXT);
        canvas.text(
                WIDTH - FIGURE_COLUMN, middle + 4, swarm.figure(), Anchor.END, Colours.FAINT_TEXT);
        double[] x = scale.at(swarm.added());
        Shades.of(swarm.values()).draw(canvas, swarm.values(), x, stacked(x, middle), RADIUS);
    }

    /**
     * The vertical positions of the dots, px. The first dot of a stack is placed in the middle, the
     * next above it, the next below it, the next further above, and so on.
     */
    private static double[] stacked(double[] x, double middle) {
        int[] stacks = new int[(int) (WIDTH / STACK_WIDTH) + 1];
        int[] places = new int[x.length];
        for (int row = 0; row < x.length; row++) {
            places[row] = stacks[(int) (x[row] / STACK_WIDTH)]++;
        }
        int highest = Arrays.stream(stacks).max().orElse(1);
        double room = LANE - 2 * RADIUS - 2;
        double step = Math.min(STACK_STEP, room / Math.max(1, highest - 1));
        double[] y = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            int away = (places[row] + 1) / 2;
            y[row] = middle + (places[row] % 2 == 0 ? away : -away) * step;
        }
        return y;
    }
}
