package io.fueloptimine.models.chart;

/** Escapes text for XML. */
public final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** The text with markup characters as entities and without characters that XML forbids. */
    public static String escape(String text) {
        return legal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * The text with certain characters replaced by U+FFFD: control characters and lone surrogates,
     * which XML forbids, and characters that are invisible or reverse the direction of text.
     */
    public static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isLegal(point) && isVisible(point) ? point : REPLACEMENT)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isVisible(int point) {
        return Character.getType(point) != Character.FORMAT;
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= ' ' && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
