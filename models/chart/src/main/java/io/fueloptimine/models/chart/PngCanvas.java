package io.fueloptimine.models.chart;

import io.fueloptimine.models.chart.SvgCanvas.Anchor;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a PNG picture with two image pixels per pixel of the chart. The text has the sans-serif
 * font of the host, therefore the bytes are equal on hosts with equal fonts and Java. Not
 * thread-safe.
 */
final class PngCanvas implements Canvas {

    private static final int SCALE = 2;

    private final int width;
    private final int height;
    private final BufferedImage image;
    private final Graphics2D graphics;

    static {
        // With an unreachable display in the environment, AWT fails even for pictures in memory.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    PngCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
    }

    /** Whether this Java can draw text. It cannot when the host has no font. */
    static boolean hasFonts() {
        try {
            return new PngCanvas(1, 1).widthOf("0", font(Font.PLAIN, SvgCanvas.TEXT_SIZE)) > 0;
        } catch (RuntimeException | LinkageError | InternalError noFont) {
            return false;
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void title(String title) {
        draw(16, 26, title, Anchor.START, Colours.TEXT, font(Font.BOLD, SvgCanvas.TITLE_SIZE));
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor, String colour) {
        draw(x, y, text, anchor, colour, font(Font.PLAIN, SvgCanvas.TEXT_SIZE));
    }

    @Override
    public void textUpwards(double x, double y, String text, String colour) {
        AffineTransform upright = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        text(0, 0, text, Anchor.MIDDLE, colour);
        graphics.setTransform(upright);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        graphics.setColor(Color.decode(colour));
        graphics.setStroke(stroke(thickness));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void path(double[] x, double[] y, String colour, double thickness) {
        if (x.length == 0) {
            return;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        graphics.setColor(Color.decode(colour));
        graphics.setStroke(stroke(thickness));
        graphics.draw(path);
    }

    @Override
    public void dots(double[] x, double[] y, double radius, String colour, double opacity) {
        graphics.setColor(Color.decode(colour));
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        for (int i = 0; i < x.length; i++) {
            graphics.fill(
                    new Ellipse2D.Double(x[i] - radius, y[i] - radius, 2 * radius, 2 * radius));
        }
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    /** The finished picture. */
    byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // ImageIO.write would write a temporary file.
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory cannot be written", e);
        } finally {
            writer.dispose();
            graphics.dispose();
        }
        return bytes.toByteArray();
    }

    private void draw(double x, double y, String text, Anchor anchor, String colour, Font font) {
        String legal = XmlText.legal(text);
        double shift =
                switch (anchor) {
                    case START -> 0;
                    case MIDDLE -> widthOf(legal, font) / 2;
                    case END -> widthOf(legal, font);
                };
        graphics.setFont(font);
        graphics.setColor(Color.decode(colour));
        graphics.drawString(legal, (float) (x - shift), (float) y);
    }

    private double widthOf(String text, Font font) {
        return graphics.getFontMetrics(font).getStringBounds(text, graphics).getWidth();
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static BasicStroke stroke(double thickness) {
        return new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
}
