package io.fueloptimine.models.quality.expectation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Expects a column's text to contain a match of a regular expression, or to contain no match. The
 * characters {@code ^} and {@code $} anchor the expression at the start and the end of the text.
 * The syntax is that of RE2, without back references and look-arounds, so that matching takes
 * linear time.
 *
 * @param member true when the text must contain a match, false when it must not
 */
public record MatchRegex(String column, String regex, boolean member)
        implements ReadingExpectation {

    private static final int MAX_LENGTH = 1_000;

    /**
     * The maximum number of instructions to which RE2 compiles a pattern. A program of this size
     * compiles in milliseconds, needs less than 768 KiB of stack, and searches the longest text of
     * a message, 8,192 characters, in less than a second.
     */
    private static final int MAX_INSTRUCTIONS = 3_000;

    /**
     * The highest character that a pattern which ignores case may contain: the last Latin letter.
     * The library loops without end when it converts the case of the characters U+1C80 to U+1C88.
     */
    private static final int LAST_WITH_CASE = 0x24F;

    static MatchRegex read(SuiteNode node, Set<ReadingStream> streams) {
        return read(node, streams, true);
    }

    static MatchRegex readNot(SuiteNode node, Set<ReadingStream> streams) {
        return read(node, streams, false);
    }

    private static MatchRegex read(SuiteNode node, Set<ReadingStream> streams, boolean member) {
        String regex = node.requiredText("regex");
        if (regex != null) {
            check(node, regex);
        }
        return new MatchRegex(node.column("column", streams), regex, member);
    }

    private static void check(SuiteNode node, String regex) {
        Optional<String> expected = expectedSize(regex);
        if (expected.isPresent()) {
            node.fault("regex: expected " + expected.get());
            return;
        }
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            String part = e.getPattern() == null ? regex : e.getPattern();
            node.fault("regex: " + regex + " is not an RE2 pattern at '" + part + "'");
        }
    }

    /**
     * The limit that a pattern exceeds, as a text about what is expected; empty when the pattern is
     * within all limits.
     */
    private static Optional<String> expectedSize(String regex) {
        if (regex.length() > MAX_LENGTH) {
            return Optional.of("at most " + MAX_LENGTH + " characters, found " + regex.length());
        }
        RegexSize size = RegexSize.of(regex);
        if (size.instructions() > MAX_INSTRUCTIONS) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "a pattern of at most %d instructions with its repeats written out,"
                                    + " found %d in %s",
                            MAX_INSTRUCTIONS,
                            size.instructions(),
                            regex));
        }
        if (size.ignoresCase() && size.highestCharacter() > LAST_WITH_CASE) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "characters up to U+%04X in a pattern that ignores case, found U+%04X"
                                    + " in %s",
                            LAST_WITH_CASE,
                            size.highestCharacter(),
                            regex));
        }
        return Optional.empty();
    }

    /** An upper bound of the number of instructions of the compiled pattern. */
    public long instructions() {
        return RegexSize.of(regex).instructions();
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return (member ? "text that matches " : "no text that matches ") + regex;
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        Pattern pattern = Pattern.compile(regex);
        return new ValueCheck(
                ReadingField.of(stream, column),
                value -> pattern.matcher(ValueText.of(value)).find() == member);
    }
}
