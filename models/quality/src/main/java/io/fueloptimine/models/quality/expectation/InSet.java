package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Expects a column's values to be in a set, or not to be in it.
 *
 * @param values the values as text; a whole number has no fraction (4, not 4.0)
 * @param member true when values must be in the set, false when they must not be in the set
 */
public record InSet(String column, Set<String> values, boolean member)
        implements ReadingExpectation {

    /**
     * The maximum length of the description of valid values, characters. It is limited because
     * every quality record of the rule contains the description.
     */
    private static final int MAX_EXPECTED_LENGTH = 500;

    static InSet read(SuiteNode node, Set<ReadingStream> streams) {
        return read(node, streams, true);
    }

    static InSet readNot(SuiteNode node, Set<ReadingStream> streams) {
        return read(node, streams, false);
    }

    private static InSet read(SuiteNode node, Set<ReadingStream> streams, boolean member) {
        Set<String> values = new LinkedHashSet<>(node.values("value_set"));
        if (values.isEmpty()) {
            node.fault("value_set: expected a list of values");
        }
        return new InSet(node.column("column", streams), values, member);
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        String listed = (member ? "one of " : "none of ") + values;
        return listed.length() <= MAX_EXPECTED_LENGTH
                ? listed
                : listed.substring(0, MAX_EXPECTED_LENGTH) + "... (" + values.size() + " values)";
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return new ValueCheck(
                ReadingField.of(stream, column),
                value -> values.contains(ValueText.of(value)) == member);
    }
}
