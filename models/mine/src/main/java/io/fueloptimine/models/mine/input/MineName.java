package io.fueloptimine.models.mine.input;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rule for names that come from outside: messages, files, requests and settings.
 *
 * <p>The name of a site or machine is a level of MQTT topics, and a part of Kafka keys and of
 * natural keys in SQL. A name that breaks the rule is rejected when it is received, with the part
 * of the rule that it breaks. A name is never changed to fit the rule, because two machines could
 * then get the same name. Blanks within a name, letters of every script and emoji are valid.
 *
 * <p>A label, such as the name of a location, an operator or a class of machines, is not a part of
 * topics. It may therefore contain the characters that topics reserve.
 */
public final class MineName {

    /** The maximum length of a name in UTF-16 code units, which SQL counts as characters. */
    public static final int MAX_LENGTH = 64;

    /**
     * The maximum length of a label in UTF-16 code units, which is the width of SQL columns for
     * labels.
     */
    public static final int MAX_LABEL_LENGTH = 100;

    private static final int REPLACEMENT = 0xFFFD;

    private MineName() {}

    /** Whether a text can be the name of a site or machine. */
    public static boolean isValid(String name) {
        return violation(name).isEmpty();
    }

    /**
     * The part of the rule that the name of a site or machine breaks, as the expected value of a
     * message; empty when the name is valid.
     */
    public static Optional<String> violation(String name) {
        if (name == null || isBlank(name)) {
            return Optional.of("a name that is not blank");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("a name of at most " + MAX_LENGTH + " characters");
        }
        if (isBlank(name.charAt(0)) || isBlank(name.charAt(name.length() - 1))) {
            // SQL Server ignores trailing blanks when it compares keys.
            return Optional.of("a name without blanks at its beginning and end");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('+') >= 0 || name.indexOf('#') >= 0) {
            return Optional.of("a name without / + #, which MQTT topics reserve");
        }
        if (name.charAt(0) == '$') {
            return Optional.of("a name that does not begin with $, which MQTT topics reserve");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("a name other than . and .., which are folders");
        }
        if (name.indexOf(REPLACEMENT) >= 0) {
            // A decoder's mark for bytes of another encoding: two names may have become one.
            return Optional.of("a name without " + described(REPLACEMENT));
        }
        return unprintable("a name", name);
    }

    /**
     * The part of the rule that a label breaks, as the expected value of a message; empty when the
     * label is valid.
     */
    public static Optional<String> labelViolation(String label) {
        if (label.length() > MAX_LABEL_LENGTH) {
            return Optional.of("at most " + MAX_LABEL_LENGTH + " characters");
        }
        return unprintable("a text", label);
    }

    private static Optional<String> unprintable(String what, String text) {
        OptionalInt character = PrintableText.firstUnprintable(text);
        return character.isEmpty()
                ? Optional.empty()
                : Optional.of(what + " without " + described(character.getAsInt()));
    }

    private static String described(int character) {
        String name = Character.getName(character);
        return PrintableText.escape(character) + (name == null ? "" : " (" + name + ")");
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
