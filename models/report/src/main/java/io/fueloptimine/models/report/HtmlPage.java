package io.fueloptimine.models.report;

import io.fueloptimine.models.chart.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown as an HTML page that contains its pictures and its style sheet and has no
 * scripts. HTML within the Markdown is shown as text. The page is well-formed XML.
 */
public final class HtmlPage {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private HtmlPage() {}

    /** The HTML page as text. */
    public static String of(String title, String markdown, List<Picture> pictures) {
        Map<String, Picture> byPath =
                pictures.stream().collect(Collectors.toMap(Picture::path, Function.identity()));
        HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(TABLES)
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .attributeProviderFactory(context -> HtmlPage::markCaptions)
                        .nodeRendererFactory(context -> new InlinePictures(context, byPath))
                        .build();
        Node document = Parser.builder().extensions(TABLES).build().parse(markdown);
        return String.format(
                Locale.ROOT,
                """
               <!DOCTYPE html>
               <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
               <head>
               <meta charset="utf-8"/>
               <meta name="viewport" content="width=device-width, initial-scale=1"/>
               <title>%s</title>
               <style>
               %s</style>
               </head>
               <body>
               <main>
               %s</main>
               </body>
               </html>
               """,
                XmlText.escape(title),
                style(),
                renderer.render(document));
    }

    /**
     * Adds a CSS class to each paragraph that consists of italic text only, because such a
     * paragraph is the caption of a picture.
     */
    private static void markCaptions(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Paragraph
                && node.getFirstChild() instanceof Emphasis
                && node.getFirstChild() == node.getLastChild()) {
            attributes.put("class", "caption");
        }
    }

    private static String style() {
        try (InputStream style = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }

    /**
     * Replaces references to the report's pictures by the pictures. Any other image is rendered as
     * its alternative text.
     */
    private record InlinePictures(HtmlNodeRendererContext context, Map<String, Picture> pictures)
            implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            Picture picture = pictures.get(((Image) node).getDestination());
            if (picture != null) {
                context.getWriter().raw(picture.svg());
            } else {
                renderDescription(node);
            }
        }

        private void renderDescription(Node image) {
            for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
