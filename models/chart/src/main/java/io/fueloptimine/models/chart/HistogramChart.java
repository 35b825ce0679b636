package io.fueloptimine.models.chart;

import java.util.Arrays;

/**
 * A histogram with the normal curve of the same mean and standard deviation.
 *
 * <p>The axis leaves out 0.1 % of the values at each end, so that an outlier does not determine the
 * scale; {@link #outside} is the number of values not shown. The curve is computed from all values.
 */
public final class HistogramChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int MOST_BINS = 40;
    private static final int WANTED_TICKS = 7;
    private static final int RIGHT_MARGIN = 28;
    private static final int CURVE_STEPS = 160;
    private static final double OUTERMOST = 0.001;

    private final String title;
    private final String xTitle;
    private final double[] sorted;
    private final Ticks bins;
    private final int[] counts;

    /**
     * Creates a chart of at least one value.
     *
     * @param xTitle the title of the values, with the unit
     */
    public HistogramChart(String title, String xTitle, double[] values) {
        this.title = title;
        this.xTitle = xTitle;
        this.sorted = Arrays.stream(values).sorted().toArray();
        CentralRange shown = CentralRange.of(sorted, OUTERMOST);
        this.bins = Ticks.over(shown.low(), shown.high(), wantedBins(values.length));
        this.counts = new int[(int) (bins.last() - bins.first())];
        Arrays.stream(sorted).forEach(this::count);
    }

    /** The number of bins by Rice's rule, limited to {@code MOST_BINS}. */
    private static int wantedBins(int values) {
        return (int) Math.min(MOST_BINS, Math.ceil(2 * Math.cbrt(values)));
    }

    private void count(double value) {
        if (value >= bins.low() && value <= bins.high()) {
            int bin = (int) ((value - bins.low()) / bins.step());
            counts[Math.min(bin, counts.length - 1)]++;
        }
    }

    /** The number of values outside the axis. */
    public int outside() {
        return sorted.length - Arrays.stream(counts).sum();
    }

    /** The chart as SVG. */
    public String svg() {
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double deviation =
                Math.sqrt(
                        Arrays.stream(sorted)
                                .map(value -> (value - mean) * (value - mean))
                                .average()
                                .orElseThrow());
        double peak = bell(mean, mean, deviation);
        double most = Math.max(Arrays.stream(counts).max().orElse(0), deviation > 0 ? peak : 0);
        SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        PlotArea area =
                PlotArea.draw(
                        canvas,
                        title,
                        xTitle,
                        Ticks.over(bins.low(), bins.high(), WANTED_TICKS),
                        "rows",
                        Ticks.over(0, most, WANTED_TICKS),
                        RIGHT_MARGIN);
        drawBars(canvas, area);
        if (deviation > 0) {
            drawBell(canvas, area, mean, deviation);
        }
        return canvas.svg(title);
    }

    private void drawBars(SvgCanvas canvas, PlotArea area) {
        double floor = area.y().at(0);
        for (int bin = 0; bin < counts.length; bin++) {
            double left = area.x().at(bins.low() + bin * bins.step());
            double right = area.x().at(bins.low() + (bin + 1) * bins.step());
            double top = area.y().at(counts[bin]);
            canvas.rectangle(left + 0.5, top, right - left - 1, floor - top, Colours.BAR);
        }
    }

    private void drawBell(SvgCanvas canvas, PlotArea area, double mean, double deviation) {
        double[] x = new double[CURVE_STEPS + 1];
        double[] y = new double[CURVE_STEPS + 1];
        for (int i = 0; i <= CURVE_STEPS; i++) {
            double value = bins.low() + (bins.high() - bins.low()) * i / CURVE_STEPS;
            x[i] = area.x().at(value);
            y[i] = area.y().at(bell(value, mean, deviation));
        }
        canvas.path(x, y, Colours.LINE, 2);
    }

    /** The expected number of rows of a bin at this value under a normal distribution. */
    private double bell(double value, double mean, double deviation) {
        double away = (value - mean) / deviation;
        return sorted.length
                * bins.step()
                * Math.exp(-away * away / 2)
                / (deviation * Math.sqrt(2 * Math.PI));
    }
}
