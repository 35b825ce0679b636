package io.fueloptimine.models.mine.input;

/**
 * A pattern of names, where {@code *} matches any characters and {@code ?} one character. Unlike
 * the globs of the JDK, which are regular expressions that backtrack, a match takes at most length
 * x length steps.
 *
 * @param text the pattern
 */
public record WildcardPattern(String text) {

    /** Whether a text contains a wildcard. */
    public static boolean isPattern(String text) {
        return text.contains("*") || text.contains("?");
    }

    /** Whether the pattern matches the whole name. Backtracks to the latest star only. */
    public boolean matches(String name) {
        int p = 0;
        int star = -1;
        int resumeAt = 0;
        for (int n = 0; n < name.length(); ) {
            if (p < text.length() && text.charAt(p) == '*') {
                star = p++;
                resumeAt = n;
            } else if (p < text.length()
                    && (text.charAt(p) == '?' || text.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resumeAt;
            } else {
                return false;
            }
        }
        while (p < text.length() && text.charAt(p) == '*') {
            p++;
        }
        return p == text.length();
    }
}
