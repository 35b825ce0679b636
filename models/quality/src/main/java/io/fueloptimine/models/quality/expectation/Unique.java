package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.Set;

/**
 * No two readings of a machine's stream have the same value in a column, as far as memory reaches.
 * A message that the broker sends again is no second reading.
 *
 * @param over how many distinct values are remembered
 */
public record Unique(String column, int over) implements ReadingExpectation {

    static final int DEFAULT_OVER = 1_000;
    static final int MAX_OVER = 10_000;

    static Unique read(RuleNode node, Set<ReadingStream> streams) {
        return new Unique(
                node.column("column", streams), node.whole("over", DEFAULT_OVER, MAX_OVER));
    }

    @Override
    public String field() {
        return column;
    }

    @Override
    public String expected() {
        return "a value not among the last " + over;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public Check check(ReadingStream stream) {
        ReadingField field = ReadingField.of(stream, column);
        return new Check() {
            @Override
            public boolean judges(Reading reading) {
                return field.valueIn(reading) != null;
            }

            @Override
            public String breach(Reading reading, double aheadS, RuleMemory memory) {
                Object value = field.valueIn(reading);
                if (value == null) {
                    return null;
                }
                long digest = SeenValues.digest(value);
                long millis = reading.time().toEpochMilli();
                return memory.seen().isRepeated(digest, millis, over) ? ValueText.of(value) : null;
            }
        };
    }
}
