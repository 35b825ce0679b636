package io.fueloptimine.models.chart;

import java.util.Locale;

/**
 * Builds an SVG picture of shapes and text, in pixels from the top left. Styles are attributes and
 * no element has an id, so that several pictures can be embedded in one HTML page. Not thread-safe.
 */
final class SvgCanvas implements Canvas {

    static final int TITLE_SIZE = 16;
    static final int TEXT_SIZE = 12;

    /** The approximate mean width of a character, as a share of the font size. */
    private static final double CHARACTER_WIDTH = 0.64;

    private static final int LONGEST_NAME = 30;

    private final int width;
    private final int height;
    private final StringBuilder shapes = new StringBuilder();

    SvgCanvas(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /** The part of a text (start, middle or end) that is placed at the given point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** The name, truncated if it is too long for the picture. */
    static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** The approximate width of a text, px. */
    static double textWidth(String text) {
        return text.codePointCount(0, text.length()) * TEXT_SIZE * CHARACTER_WIDTH;
    }

    @Override
    public void title(String title) {
        shapes.append("<text x=\"16\" y=\"26\" font-size=\"")
                .append(TITLE_SIZE)
                .append("\" font-weight=\"600\" fill=\"")
                .append(Colours.TEXT)
                .append("\">")
                .append(XmlText.escape(title))
                .append("</text>\n");
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor, String colour) {
        shapes.append("<text")
                .append(at("x", x))
                .append(at("y", y))
                .append(" text-anchor=\"")
                .append(anchor.name().toLowerCase(Locale.ROOT))
                .append("\" fill=\"")
                .append(colour)
                .append("\">")
                .append(XmlText.escape(text))
                .append("</text>\n");
    }

    @Override
    public void textUpwards(double x, double y, String text, String colour) {
        shapes.append("<text text-anchor=\"middle\" transform=\"translate(")
                .append(pixels(x))
                .append(' ')
                .append(pixels(y))
                .append(") rotate(-90)\" fill=\"")
                .append(colour)
                .append("\">")
                .append(XmlText.escape(text))
                .append("</text>\n");
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        line(x1, y1, x2, y2, stroke(colour, thickness));
    }

    void dashedLine(double x1, double y1, double x2, double y2, String colour) {
        line(x1, y1, x2, y2, stroke(colour, 1.5) + " stroke-dasharray=\"5 4\"");
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        shapes.append("<line")
                .append(at("x1", x1))
                .append(at("y1", y1))
                .append(at("x2", x2))
                .append(at("y2", y2))
                .append(style)
                .append("/>\n");
    }

    void rectangle(double x, double y, double w, double h, String colour) {
        shapes.append("<rect")
                .append(at("x", x))
                .append(at("y", y))
                .append(at("width", w))
                .append(at("height", h))
                .append(" fill=\"")
                .append(colour)
                .append("\"/>\n");
    }

    @Override
    public void path(double[] x, double[] y, String colour, double thickness) {
        shapes.append("<path d=\"")
                .append(through(x, y))
                .append("\" fill=\"none\" stroke-linejoin=\"round\"")
                .append(stroke(colour, thickness))
                .append("/>\n");
    }

    /** Draws a filled polygon. */
    void area(double[] x, double[] y, String colour) {
        shapes.append("<path d=\"")
                .append(through(x, y))
                .append("Z\" fill=\"")
                .append(colour)
                .append("\"/>\n");
    }

    @Override
    public void dots(double[] x, double[] y, double radius, String colour, double opacity) {
        shapes.append("<g fill=\"")
                .append(colour)
                .append("\" fill-opacity=\"")
                .append(opacity)
                .append("\">");
        String size = at("r", radius);
        for (int i = 0; i < x.length; i++) {
            shapes.append("<circle").append(at("cx", x[i])).append(at("cy", y[i]));
            shapes.append(size).append("/>");
        }
        shapes.append("</g>\n");
    }

    /** The finished picture. The label is for screen readers. */
    String svg(String label) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                + width
                + ' '
                + height
                + "\" width=\""
                + width
                + "\" height=\""
                + height
                + "\" role=\"img\" aria-label=\""
                + XmlText.escape(label)
                + "\" font-family=\"'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans',"
                + " sans-serif\" font-size=\""
                + TEXT_SIZE
                + "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + shapes
                + "</svg>\n";
    }

    private static String through(double[] x, double[] y) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? 'M' : 'L').append(pixels(x[i])).append(' ').append(pixels(y[i]));
        }
        return points.toString();
    }

    private static String stroke(String colour, double thickness) {
        return " stroke=\"" + colour + "\" stroke-width=\"" + thickness + '"';
    }

    private static String at(String attribute, double pixels) {
        return ' ' + attribute + "=\"" + pixels(pixels) + '"';
    }

    /** Rounds to a tenth of a pixel. */
    private static String pixels(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths / 10);
        return tenths % 10 == 0 ? whole : whole + '.' + Math.abs(tenths % 10);
    }
}
