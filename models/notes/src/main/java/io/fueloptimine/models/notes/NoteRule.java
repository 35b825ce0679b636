package io.fueloptimine.models.notes;

import io.fueloptimine.models.mine.Severity;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One category and the phrases that tell of it.
 *
 * @param category what a note with such a phrase is about
 * @param severity how much somebody should care
 * @param aboutRoads whether the phrases say something only where a road is meant
 * @param phrases folded by {@link Words}
 */
record NoteRule(NoteCategory category, Severity severity, boolean aboutRoads, List<String> phrases)
        implements Serializable {

    /** Words that take the next phrase back: "no smoke", "sin humo". */
    private static final List<String> NEGATIONS =
            List.of(" no", " sin", " not", " without", " nada de", " ningun", " ninguna", " never");

    /** A rule from phrases parted by commas or lines. */
    static NoteRule of(
            NoteCategory category, Severity severity, boolean aboutRoads, String phrases) {
        List<String> folded =
                Arrays.stream(phrases.split("[,\n]"))
                        .map(Words::fold)
                        .filter(phrase -> !phrase.isBlank())
                        .toList();
        return new NoteRule(category, severity, aboutRoads, folded);
    }

    /** Whether a folded text holds one of the phrases and does not take it back. */
    boolean matches(String words) {
        return phrases.stream().anyMatch(phrase -> saysSo(words, phrase));
    }

    private static boolean saysSo(String words, String phrase) {
        for (int at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
            String before = words.substring(0, at);
            if (NEGATIONS.stream().noneMatch(before::endsWith)) {
                return true;
            }
        }
        return false;
    }
}
