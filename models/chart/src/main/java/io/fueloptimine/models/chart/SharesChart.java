package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;
import java.util.Arrays;
import java.util.List;

/**
 * Two histograms with the same bins, bar beside bar. Immutable by convention: the arrays are not
 * copied.
 *
 * @param title the title
 * @param xTitle the title of the bins, with the unit
 * @param bins the name of each bin
 * @param firstName the name of the first histogram
 * @param first its share of rows in each bin, 0 to 1
 * @param secondName the name of the second histogram
 * @param second its share of rows in each bin, 0 to 1
 */
public record SharesChart(
        String title,
        String xTitle,
        List<String> bins,
        String firstName,
        double[] first,
        String secondName,
        double[] second) {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 420;
    private static final int TOP = 70;
    private static final int BOTTOM_MARGIN = 56;
    private static final int RIGHT_MARGIN = 28;
    private static final int WANTED_TICKS = 6;
    private static final double BAR_SHARE = 0.4;
    private static final int KEY_SIZE = 10;

    /** Copies the names. */
    public SharesChart {
        bins = List.copyOf(bins);
    }

    /** The chart as SVG. */
    public String svg() {
        SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        double most =
                Math.max(
                        Arrays.stream(first).max().orElse(0),
                        Arrays.stream(second).max().orElse(0));
        Ticks ticks = Ticks.over(0, most, WANTED_TICKS);
        double left = Axes.leftMargin(ticks);
        double right = WIDTH - RIGHT_MARGIN;
        double bottom = HEIGHT - BOTTOM_MARGIN;
        AxisScale y = new AxisScale("share of rows", ticks, bottom, TOP);
        canvas.title(title);
        Axes.drawVertical(canvas, y, left, right);
        double step = (right - left) / bins.size();
        double width = step * BAR_SHARE;
        for (int i = 0; i < bins.size(); i++) {
            double middle = left + (i + 0.5) * step;
            drawBar(canvas, y, middle - width, first[i], width, Colours.BAR);
            drawBar(canvas, y, middle, second[i], width, Colours.LINE);
        }
        drawNames(canvas, left, step, bottom);
        canvas.text((left + right) / 2, HEIGHT - 14, xTitle, Anchor.MIDDLE, Colours.TEXT);
        drawKey(canvas, left, firstName, Colours.BAR);
        drawKey(canvas, left + (right - left) / 2, secondName, Colours.LINE);
        return canvas.svg(title);
    }

    private static void drawBar(
            SvgCanvas canvas, AxisScale y, double x, double share, double width, String colour) {
        canvas.rectangle(x, y.at(share), width, y.at(0) - y.at(share), colour);
    }

    /** Leaves out names that would overlap. */
    private void drawNames(SvgCanvas canvas, double left, double step, double bottom) {
        double widest = bins.stream().mapToDouble(SvgCanvas::textWidth).max().orElse(0) + KEY_SIZE;
        int every = (int) Math.max(1, Math.ceil(widest / step));
        for (int i = 0; i < bins.size(); i++) {
            if (i % every == 0 || i == bins.size() - 1 && every == 1) {
                canvas.text(
                        left + (i + 0.5) * step,
                        bottom + 18,
                        bins.get(i),
                        Anchor.MIDDLE,
                        Colours.FAINT_TEXT);
            }
        }
    }

    private static void drawKey(SvgCanvas canvas, double x, String name, String colour) {
        canvas.rectangle(x, TOP - 26, KEY_SIZE, KEY_SIZE, colour);
        canvas.text(x + KEY_SIZE + 6, TOP - 17, name, Anchor.START, Colours.TEXT);
    }
}
