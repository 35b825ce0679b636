package io.fueloptimine.models.quality.expectation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/**
 * Expects a column's text to contain a match of a regular expression, or none; {@code ^} and {@code
 * $} anchor it. The syntax is RE2, without back references and look-arounds, so matching takes
 * linear time.
 *
 * @param member whether it must match
 */
public record MatchRegex(String column, String regex, boolean member)
        implements ReadingExpectation {

    /** A pattern of this length compiles in milliseconds. */
    private static final int MAX_LENGTH = 1_000;

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
        if (regex.length() > MAX_LENGTH) {
            node.fault("regex: expected at most " + MAX_LENGTH + " characters");
            return;
        }
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            String part = e.getPattern() == null ? regex : e.getPattern();
            node.fault("regex: " + regex + " is not an RE2 pattern at '" + part + "'");
        }
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
