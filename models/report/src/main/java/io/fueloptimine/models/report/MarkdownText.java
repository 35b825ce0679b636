package io.fueloptimine.models.report;

import io.fueloptimine.models.mine.input.PrintableText;
import java.util.regex.Pattern;

/** Escapes plain text for Markdown. */
public final class MarkdownText {

    /**
     * The characters that are escaped. An underscore within a word is not escaped, because it has
     * no meaning in Markdown and names stay readable without the escape.
     */
    private static final Pattern MARK =
            Pattern.compile("[\\\\`*\\[\\]<>|&~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\u2028\\u2029\\u0085]+");

    private MarkdownText() {}

    /** The text on one line, with all markup and unprintable characters escaped. */
    public static String escape(String text) {
        String line = LINE_BREAKS.matcher(text).replaceAll(" ");
        return MARK.matcher(PrintableText.of(line)).replaceAll("\\\\$0");
    }
}
