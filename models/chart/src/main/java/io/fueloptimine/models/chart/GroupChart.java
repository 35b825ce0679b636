package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * A scatter plot of groups: small dots of one colour per group, one numbered mark per group, and a
 * line. The key on the right names the groups by number.
 *
 * @param title the title
 * @param xTitle the title of the horizontal axis, with the unit
 * @param yTitle the title of the vertical axis, with the unit
 * @param groups the groups; from the ninth on, the colours repeat
 * @param line the line, from left to right; no points for no line
 * @param lineTitle the name of the line in the key
 */
public record GroupChart(
        String title,
        String xTitle,
        String yTitle,
        List<Group> groups,
        Points line,
        String lineTitle) {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 480;
    private static final int WANTED_TICKS = 7;
    private static final int KEY_WIDTH = 190;
    private static final int KEY_GAP = 20;
    private static final int KEY_LINE = 20;
    private static final double DOT_RADIUS = 2.6;
    private static final double MARK_RADIUS = 6;
    private static final double MARK_RIM = 1.5;

    /**
     * A group of dots.
     *
     * @param name the name of the group
     * @param dots the dots, with finite values
     * @param markX the horizontal position of the mark, finite
     * @param markY the vertical position of the mark, finite
     */
    public record Group(String name, Points dots, double markX, double markY) {}

    /** Copies the groups. */
    public GroupChart {
        groups = List.copyOf(groups);
    }

    /** The chart as SVG. */
    public String svg() {
        SvgCanvas canvas = new SvgCanvas(WIDTH, HEIGHT);
        draw(canvas);
        return canvas.svg(title);
    }

    /** The chart as PNG; empty when this Java cannot draw text, because the host has no font. */
    public Optional<byte[]> png() {
        if (!PngCanvas.hasFonts()) {
            return Optional.empty();
        }
        PngCanvas canvas = new PngCanvas(WIDTH, HEIGHT);
        draw(canvas);
        return Optional.of(canvas.png());
    }

    private void draw(Canvas canvas) {
        PlotArea area =
                PlotArea.draw(
                        canvas,
                        title,
                        xTitle,
                        ticks(Points::x, Group::markX),
                        yTitle,
                        ticks(Points::y, Group::markY),
                        KEY_WIDTH);
        for (int i = 0; i < groups.size(); i++) {
            Points dots = groups.get(i).dots();
            canvas.dots(
                    area.x().at(dots.x()),
                    area.y().at(dots.y()),
                    DOT_RADIUS,
                    Colours.group(i),
                    0.5);
        }
        canvas.path(area.x().at(line.x()), area.y().at(line.y()), Colours.AXIS, 1.5);
        for (int i = 0; i < groups.size(); i++) {
            double x = area.x().at(groups.get(i).markX());
            double y = area.y().at(groups.get(i).markY());
            drawMark(canvas, x, y, i);
            String number = String.valueOf(i + 1);
            canvas.text(x + MARK_RADIUS + 3, y - 5, number, Anchor.START, Colours.TEXT);
        }
        drawKey(canvas, area);
    }

    private void drawKey(Canvas canvas, PlotArea area) {
        double x = area.x().to() + KEY_GAP;
        double y = area.y().to() + 10;
        for (int i = 0; i < groups.size(); i++) {
            drawMark(canvas, x, y - 4, i);
            String name = i + 1 + " " + groups.get(i).name();
            canvas.text(x + 14, y, SvgCanvas.cut(name), Anchor.START, Colours.TEXT);
            y += KEY_LINE;
        }
        if (line.size() > 1) {
            canvas.line(x - MARK_RADIUS, y - 4, x + MARK_RADIUS, y - 4, Colours.AXIS, 1.5);
            canvas.text(x + 14, y, lineTitle, Anchor.START, Colours.FAINT_TEXT);
        }
    }

    /** Draws a disc with a dark rim. */
    private static void drawMark(Canvas canvas, double x, double y, int group) {
        double[] atX = {x};
        double[] atY = {y};
        canvas.dots(atX, atY, MARK_RADIUS, Colours.TEXT, 1);
        canvas.dots(atX, atY, MARK_RADIUS - MARK_RIM, Colours.group(group), 1);
    }

    private Ticks ticks(Function<Points, double[]> ofDots, Function<Group, Double> ofMark) {
        double[] all =
                DoubleStream.concat(
                                groups.stream()
                                        .flatMapToDouble(
                                                g -> DoubleStream.of(ofDots.apply(g.dots()))),
                                groups.stream().mapToDouble(ofMark::apply))
                        .toArray();
        return Points.ticks(all, WANTED_TICKS);
    }
}
