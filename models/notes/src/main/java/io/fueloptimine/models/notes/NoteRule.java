package io.fueloptimine.models.notes;

import io.fueloptimine.models.mine.alarm.Severity;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A note category and its phrases.
 *
 * @param category the category of notes with such a phrase
 * @param severity the severity of such notes
 * @param aboutRoads whether the rule applies only to notes that mention a road
 * @param phrases the phrases, folded by {@link TextFolding}
 * @param exceptions phrases, folded too, with which a note is not of this category
 */
record NoteRule(
        NoteCategory category,
        Severity severity,
        boolean aboutRoads,
        List<String> phrases,
        List<String> exceptions)
        implements Serializable {

    /** Negations that precede a phrase, as in "no smoke", "sin humo". */
    private static final List<String> NEGATIONS =
            List.of(" no", " sin", " not", " without", " nada de", " ningun", " ninguna", " never");

    /** Creates a rule from phrases separated by commas or line ends. */
    static NoteRule of(
            NoteCategory category, Severity severity, boolean aboutRoads, String phrases) {
        return new NoteRule(category, severity, aboutRoads, folded(phrases), List.of());
    }

    /** This rule for notes without the given phrases. */
    NoteRule unless(String exceptions) {
        return new NoteRule(category, severity, aboutRoads, phrases, folded(exceptions));
    }

    private static List<String> folded(String phrases) {
        return Arrays.stream(phrases.split("[,\n]"))
                .map(TextFolding::fold)
                .filter(phrase -> !phrase.isBlank())
                .toList();
    }

    /**
     * Whether a folded text contains one of the phrases, and none of the exceptions, without a
     * negation before it.
     */
    boolean matches(String text) {
        return contains(text, phrases) && !contains(text, exceptions);
    }

    private static boolean contains(String text, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> containsWithoutNegation(text, phrase));
    }

    private static boolean containsWithoutNegation(String text, String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            String before = text.substring(0, at);
            if (NEGATIONS.stream().noneMatch(before::endsWith)) {
                return true;
            }
        }
        return false;
    }
}
