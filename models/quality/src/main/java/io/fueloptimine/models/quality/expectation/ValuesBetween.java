package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Set;

/**
 * Expects a column's numbers to be in a range. Only this expectation permits the action {@link
 * io.fueloptimine.models.quality.suite.RuleAction#CLAMP}.
 */
public record ValuesBetween(String column, Range range) implements ReadingExpectation {

    static ValuesBetween read(SuiteNode node, Set<ReadingStream> streams) {
        return new ValuesBetween(node.numberColumn("column", streams), Range.read(node));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return range.describe();
    }

    @Override
    public ReadingCheck check(ReadingStream stream) {
        return new ValueCheck(
                ReadingField.of(stream, column),
                value -> range.contains(((Number) value).doubleValue()));
    }

    /** Whether readings of a stream can be clamped to the range. */
    public boolean canClamp(ReadingStream stream) {
        return !range.strictMin()
                && !range.strictMax()
                && ReadingField.find(stream, String.valueOf(column))
                        .filter(ReadingField::isReplaceable)
                        .isPresent();
    }

    /** The limit nearest to the value of a reading that violates this expectation. */
    public double bound(Reading reading) {
        Object value = ReadingField.of(reading.stream(), column).valueIn(reading);
        return range.nearest(((Number) value).doubleValue());
    }

    /** A copy of the reading with the nearest limit in place of the value. */
    public Reading clamp(Reading reading) {
        return ReadingField.of(reading.stream(), column).with(reading, bound(reading));
    }
}
