package io.fueloptimine.models.training.report;

import java.util.regex.Pattern;

/** Plain text made fit for Markdown. */
final class MarkdownText {

    /** An underscore within a word is none of Markdown's marks, so names stay readable. */
    private static final Pattern MARK =
            Pattern.compile("[\\\\`*\\[\\]<>|&~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\u2028\\u2029\\u0085]+");

    private MarkdownText() {}

    /** The text on one line, to be shown as it is wherever it stands within a line. */
    static String escape(String text) {
        String line = LINE_BREAKS.matcher(text).replaceAll(" ");
        return MARK.matcher(line).replaceAll("\\\\$0");
    }
}
