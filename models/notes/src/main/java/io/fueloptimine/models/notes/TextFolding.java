package io.fueloptimine.models.notes;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises text for comparison: lower case, no accents, words separated by one space. */
final class TextFolding {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TextFolding() {}

    /** The folded text with a space at both ends, so that whole words can be searched for. */
    static String fold(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return " " + GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }
}
