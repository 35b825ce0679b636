package io.fueloptimine.models.mine.input;

/**
 * A pattern of names, where {@code *} matches any characters and {@code ?} one character. The
 * number of steps of a match is at most the product of the lengths of pattern and name. Globs of
 * the JDK, which are backtracking regular expressions, have no such bound.
 *
 * @param text the pattern
 */
public record WildcardPattern(String text) {

    /** Whether a text contains a wildcard. */
    public static boolean isPattern(String text) {
        return text.contains("*") || text.contains("?");
    }

    /**
     * Whether the pattern matches the whole name. The method backtracks only to the latest star.
     */
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
