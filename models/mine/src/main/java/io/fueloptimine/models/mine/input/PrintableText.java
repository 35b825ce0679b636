package io.fueloptimine.models.mine.input;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Makes texts from other systems and from people safe to print. A character that is invisible,
 * reverses the direction of the text or controls a terminal is replaced by its escape: a backslash,
 * the letter u and its hexadecimal number. Letters of every script and emoji are kept.
 */
public final class PrintableText {

    private static final int JOINER = 0x200D;
    private static final int OUTSIDE = -1;

    private PrintableText() {}

    /** The text with every unprintable character escaped; the word null for {@code null}. */
    public static String of(String text) {
        return escaped(text, false);
    }

    /**
     * The text with every unprintable character escaped, except line feeds and tabs, for texts of
     * several lines.
     */
    public static String ofLines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean lines) {
        String given = String.valueOf(text);
        if (firstUnprintable(given).isEmpty()) {
            return given;
        }
        StringBuilder shown = new StringBuilder(given.length());
        for (int i = 0; i < given.length(); i += Character.charCount(given.codePointAt(i))) {
            int character = given.codePointAt(i);
            boolean kept = lines && (character == '\n' || character == '\t');
            if (kept || isPrintable(given, i)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(escape(character));
            }
        }
        return shown.toString();
    }

    /** The escape of a character in JSON syntax, so that escaped JSON has the same meaning. */
    public static String escape(int character) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            escape.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
        return escape.toString();
    }

    /** The first unprintable character; empty when there is none. */
    public static OptionalInt firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isPrintable(text, i)) {
                return OptionalInt.of(text.codePointAt(i));
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isPrintable(String text, int index) {
        int character = text.codePointAt(index);
        if (character >= ' ' && character <= '~') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE ->
                    false;
            case Character.FORMAT -> character == JOINER && isInEmoji(text, index);
            default -> !isNoncharacter(character);
        };
    }

    /**
     * Whether a zero-width joiner stands between two parts of an emoji. Such a joiner is kept;
     * between letters a joiner is invisible and is escaped.
     */
    private static boolean isInEmoji(String text, int index) {
        int before = index == 0 ? OUTSIDE : text.codePointBefore(index);
        int after = index + 1 == text.length() ? OUTSIDE : text.codePointAt(index + 1);
        return isEmojiPart(before) && isEmojiPart(after);
    }

    private static boolean isEmojiPart(int character) {
        return switch (Character.getType(character)) {
            case Character.OTHER_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.NON_SPACING_MARK,
                            // An emoji of a later version of Unicode than the JVM's.
                            Character.UNASSIGNED ->
                    character != OUTSIDE;
            default -> false;
        };
    }

    /** Code points that Unicode reserves for internal use; MQTT brokers refuse them. */
    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }
}
