package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/** A column's numbers lie in a range. The one expectation that a reading can be clamped to. */
public record ValuesBetween(String column, Range range) implements ReadingExpectation {

    static ValuesBetween read(RuleNode node, Set<ReadingStream> streams) {
        return new ValuesBetween(node.numberColumn("column", streams), Range.read(node));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return range.words();
    }

    @Override
    public Check check(ReadingStream stream) {
        return new ValueCheck(
                ReadingField.of(stream, column),
                value -> range.contains(((Number) value).doubleValue()));
    }

    /** Whether a stream's readings can be clamped to this. */
    public boolean canClamp(ReadingStream stream) {
        return !range.strictMin()
                && !range.strictMax()
                && ReadingField.find(stream, String.valueOf(column))
                        .filter(ReadingField::isReplaceable)
                        .isPresent();
    }

    /** The nearest bound of a reading that breaks this. */
    public double bound(Reading reading) {
        Object value = ReadingField.of(reading.stream(), column).valueIn(reading);
        return range.nearest(((Number) value).doubleValue());
    }

    /** The reading with the nearest bound in the place of its value. */
    public Reading clamp(Reading reading) {
        return ReadingField.of(reading.stream(), column).with(reading, bound(reading));
    }
}
